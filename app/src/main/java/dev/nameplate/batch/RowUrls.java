package dev.nameplate.batch;

import dev.nameplate.access.sign.KeyRing;
import dev.nameplate.access.sign.UrlSpec;
import dev.nameplate.access.sign.UrlWriter;
import dev.nameplate.batch.csv.ListException;
import dev.nameplate.batch.map.ColumnMap;
import dev.nameplate.merge.query.QueryWriter;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.merge.value.ResolvedField.State;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.FieldKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Makes the URL of a row: its cells are resolved by the server's own rules, what counts as missing
 * is left out, and what is left is written into a URL. Equal cells give equal URLs. Safe for
 * several threads.
 */
public final class RowUrls {
  /** Mailchimp cuts a text field at this many bytes on import. */
  static final int MAILCHIMP_BYTES = 255;

  /** The server looks at no more characters of an encoded value. */
  private static final int LONGEST_VALUE = 2048;

  private static final int ESCAPED_BYTE = 3;

  private final Template template;
  private final BatchOptions options;
  private final Map<String, Integer> columns;
  private final BiFunction<Template, RawQuery, MergedFields> merge;
  private final UrlWriter writer;
  private final boolean seal;

  /**
   * @param merge resolves a template's fields from a query, as the server does
   * @throws ListException where the form of URL needs a key and there is none
   */
  public RowUrls(
      Template template,
      BatchOptions options,
      ColumnMap map,
      BiFunction<Template, RawQuery, MergedFields> merge,
      Signing signing) {
    this.template = template;
    this.options = options;
    this.columns = map.columns();
    this.merge = merge;
    UrlForm form = options.form().orElse(signing.signedTemplate() ? UrlForm.SIGNED : UrlForm.PLAIN);
    if (form != UrlForm.PLAIN && signing.keys().isEmpty()) {
      throw new ListException(
          form.label() + " URLs need a key, and NAMEPLATE_KEYS has none", "no-keys");
    }
    this.seal = form == UrlForm.SEALED;
    this.writer = new UrlWriter(form == UrlForm.PLAIN ? KeyRing.NONE : signing.keys());
  }

  /**
   * The keys of a run, and whether they are needed.
   *
   * @param keys the first one signs and seals; may be empty
   * @param signedTemplate whether the server takes signed URLs only for the template
   */
  public record Signing(KeyRing keys, boolean signedTemplate) {}

  /** Returns whether a column of the list fills a field. */
  public boolean isMapped(String field) {
    return columns.containsKey(field);
  }

  /**
   * Returns the text of a row for each field that a column fills, by field; empty texts for empty
   * cells. Spaces at both ends and NUL characters are removed, and a text is cut after about 2048
   * encoded characters, since the server reads no more.
   *
   * @param cells one for each heading of the list
   */
  public Map<String, String> texts(List<String> cells) {
    Map<String, String> texts = new LinkedHashMap<>();
    columns.forEach(
        (field, column) -> texts.put(field, capped(cells.get(column).replace("\0", "").strip())));
    return texts;
  }

  /**
   * Makes the URL of a row, and its other cells. If the URL is longer than the server accepts, the
   * state is {@link RowState#FAILED} and there is no URL.
   *
   * @param cells one for each heading of the list
   */
  public RowResult of(List<String> cells) {
    QueryWriter arrived = new QueryWriter();
    Map<String, String> texts = texts(cells);
    texts.forEach(arrived::text);
    MergedFields fields = merge.apply(template, arrived.query());
    Map<String, String> values = new LinkedHashMap<>();
    List<String> notes = new ArrayList<>();
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      ResolvedField field = fields.byName().get(entry.getKey());
      if (field == null) {
        continue;
      }
      if (field.state() == State.GIVEN) {
        values.put(entry.getKey(), entry.getValue());
        cut(field, entry.getValue(), notes);
      } else {
        missing(field, notes);
      }
    }
    return written(fields, values, notes);
  }

  private RowResult written(MergedFields fields, Map<String, String> values, List<String> notes) {
    UrlSpec order =
        new UrlSpec(
                template.id(),
                options.format(),
                options.scale(),
                values,
                options.open(),
                options.expires(),
                seal)
            .ofVersion(template.version());
    String path = writer.write(order);
    boolean complete = values.size() == columns.size();
    if (path.length() > options.maxTarget()) {
      String note =
          "the URL would have "
              + path.length()
              + " characters, more than the server takes"
              + " (NAMEPLATE_MAX_TARGET, "
              + options.maxTarget()
              + ")";
      return new RowResult(
          RowState.FAILED, OwnCells.without(RowState.FAILED, note), values, fields, 0);
    }
    String url = options.base() + path;
    if (url.length() > MAILCHIMP_BYTES) {
      notes.add("the URL has " + url.length() + " bytes; Mailchimp cuts at 255 on import");
    }
    String outcome = fields.standard() ? "standard" : complete ? "personalised" : "fallback";
    RowState state = complete && !fields.standard() ? RowState.DONE : RowState.FALLBACK;
    String alt = template.design(fields.standard()).alt(fields.data()).orElse(template.title());
    OwnCells own = new OwnCells(url, alt, state.label(), outcome, String.join("; ", notes));
    return new RowResult(state, own, values, fields, url.length());
  }

  /** A text from which the server reads what it would read from all of it. */
  private static String capped(String text) {
    int encoded = 0;
    int at = 0;
    while (at < text.length() && encoded <= LONGEST_VALUE) {
      int code = text.codePointAt(at);
      encoded += code < 0x80 ? 1 : ESCAPED_BYTE * 2;
      at += Character.charCount(code);
    }
    return at < text.length() ? text.substring(0, at) : text;
  }

  private void cut(ResolvedField field, String text, List<String> notes) {
    FieldKind kind = field.field().kind();
    boolean prose = kind == FieldKind.NAME || kind == FieldKind.TEXT;
    int most = field.field().maxLength();
    if (prose && text.codePointCount(0, text.length()) > most) {
      notes.add(field.field().name() + ": longer than " + most + " letters, cut there");
    }
  }

  private static void missing(ResolvedField field, List<String> notes) {
    String name = field.field().name();
    String reason = field.reason().map(MissingReason::label).orElse("no data is used");
    notes.add(
        name
            + ": "
            + reason
            + ", "
            + field
                .value()
                .map(FieldValue::shown)
                .map(text -> "\"" + text + "\" is drawn")
                .orElse("left out"));
  }
}
