package dev.nameplate.studio;

/**
 * What every page of the studio has around it.
 *
 * @param assets the path that stylesheets and scripts lie under, with a slash at its end
 */
public record PageLayout(String assets) {
  private static final Html MARK =
      new Html(
          "<svg width=\"28\" height=\"20\" viewBox=\"0 0 28 20\" aria-hidden=\"true\">"
              + "<rect width=\"28\" height=\"20\" rx=\"5\" fill=\"currentColor\"/>"
              + "<path d=\"M6 8h16M9 13h10\" stroke=\"var(--paper)\" stroke-width=\"2.4\""
              + " stroke-linecap=\"round\"/></svg>");

  /** A page without script. */
  String page(String title, String where, Html main) {
    return page(title, where, main, Html.NOTHING);
  }

  /** A page that is complete by itself, and that its script makes quicker. */
  String scripted(String title, String where, String script, Html main) {
    return page(
        title,
        where,
        main,
        Html.of("<script type=\"module\" src=\"%s%s\"></script>\n", assets, script));
  }

  private String page(String title, String where, Html main, Html script) {
    return Html.of(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>%s</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <link rel="icon" href="/favicon.ico">
            <link rel="stylesheet" href="%sstudio.css">
            %s</head>
            <body>
            <a class="skip" href="#main">Skip to the content</a>
            <header class="top"><a class="brand" href="/">%s Nameplate</a>%s</header>
            <main id="main">
            %s</main>
            </body>
            </html>
            """,
            title,
            assets,
            script,
            MARK,
            Html.when(!where.isEmpty(), Html.of("<span class=\"where\">/ %s</span>", where)),
            main)
        .text();
  }
}
