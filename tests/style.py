"""A style sheet that a test gives a page, as a visitor's browser would: the pages' own policy refuses inline ones."""

STYLE = """text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}"""
