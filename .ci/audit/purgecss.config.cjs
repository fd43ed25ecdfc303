// What of mkdocs-material's style sheets stays besides what the built pages name: see tests/make_theme_style.py.
module.exports = {
  variables: true,
  keyframes: true,
  fontFace: true,
  safelist: {
    // Colours and fonts that an office's own style sheet may build on.
    variables: [/^--md-(default|primary|accent|typeset|code-[fb]g|footer|shadow|text|code-font|hue)/],
  },
};
