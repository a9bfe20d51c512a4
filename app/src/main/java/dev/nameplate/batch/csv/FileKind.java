package dev.nameplate.batch.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** Files that are handed in by mistake for a list, known by their first bytes. */
final class FileKind {
  private static final String SAVE =
      "open it and save the sheet as CSV (in Excel: File, Save as, CSV UTF-8)";

  private FileKind() {}

  /** What is wrong with a file that is no text; empty where it may be a list. */
  static Optional<ListException> objection(byte[] head, int length) {
    String start = new String(head, 0, Math.min(length, 4096), ISO_8859_1);
    if (length == 0) {
      return wrong("the file is empty; export the list again", "empty-list");
    }
    if (start.startsWith("PK\u0003\u0004")) {
      boolean sheet = start.contains("xl/") || start.contains("[Content_Types].xml");
      return sheet
          ? wrong("this is an Excel workbook (.xlsx), not a CSV; " + SAVE, "workbook")
          : start.contains("opendocument.spreadsheet")
              ? wrong("this is a spreadsheet (.ods), not a CSV; " + SAVE, "workbook")
              : wrong("this is a ZIP archive; unpack it and take the CSV that is in it", "no-csv");
    }
    if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return wrong("this is an old Excel workbook (.xls), not a CSV; " + SAVE, "workbook");
    }
    if (start.startsWith("%PDF")) {
      return wrong("this is a PDF; export the list as CSV where the PDF came from", "no-csv");
    }
    if (start.startsWith("\u001f\u008b")) {
      return wrong("this is a gzip archive; unpack it (gunzip) and take the CSV", "no-csv");
    }
    if (start.startsWith("\u0089PNG") || start.startsWith("\u00ff\u00d8\u00ff")) {
      return wrong("this is a picture, not a list; export the list as CSV", "no-csv");
    }
    String text = start.stripLeading();
    if (text.startsWith("<!") || text.startsWith("<html") || text.startsWith("<?xml")) {
      return wrong(
          "this is HTML or XML, perhaps the page of a sign-in in place of the file; download the"
              + " list as CSV",
          "no-csv");
    }
    return text.startsWith("[")
        ? wrong(
            "this is a JSON array; JSON Lines are read, one object on each line"
                + " (jq -c '.[]' makes them)",
            "json-array")
        : Optional.empty();
  }

  private static Optional<ListException> wrong(String what, String anchor) {
    return Optional.of(new ListException(what, anchor));
  }
}
