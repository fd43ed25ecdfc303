#!/bin/sh
# Prints the path of Chromium or Chrome: the variable CHROMIUM where it is set, else the first one on the PATH, of the
# names that are given before all others.
for name in "$CHROMIUM" "$@" chromium chromium-browser google-chrome google-chrome-stable chromium-headless-shell; do
  if [ -n "$name" ] && command -v "$name"; then
    exit 0
  fi
done
echo "ไม่พบ Chromium หรือ Chrome ซึ่งการทดสอบต้องใช้: ติดตั้งด้วย sudo apt-get install chromium-headless-shell (Debian) หรือ chromium-browser (Ubuntu) หรือระบุ make test CHROMIUM=/ที่อยู่/ของ/chromium" >&2
exit 1
