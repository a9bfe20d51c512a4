package dev.nameplate.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.nameplate.batch.ReadRow.Kind;
import dev.nameplate.batch.csv.Dialect;
import dev.nameplate.batch.csv.RawRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * JSON Lines: an object on each line, its members of text, numbers and truth values as the cells.
 * Our members are put before the closing brace; every other byte stays, but for members of a former
 * run.
 */
final class JsonLinesForm implements ListForm {
  private static final JsonFactory JSON = new JsonFactory();

  private final Dialect dialect;
  private final List<String> headings;

  private JsonLinesForm(Dialect dialect, List<String> headings) {
    this.dialect = dialect;
    this.headings = List.copyOf(headings);
  }

  /** The form of a list whose columns are the members of its first lines. */
  static JsonLinesForm of(Dialect dialect, List<RawRecord> first) {
    Set<String> names = new LinkedHashSet<>();
    for (RawRecord record : first) {
      new JsonLinesForm(dialect, List.of())
          .parsed(record)
          .ifPresent(line -> names.addAll(line.values().keySet()));
    }
    return new JsonLinesForm(dialect, List.copyOf(names));
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public List<String> headings() {
    return headings;
  }

  @Override
  public List<ReadRow> read(List<RawRecord> records) {
    return records.stream().map(this::row).toList();
  }

  private ReadRow row(RawRecord record) {
    Kind kind =
        switch (record.kind()) {
          case BLANK -> Kind.BLANK;
          case TOO_LONG -> Kind.TOO_LONG;
          case REST -> Kind.REST;
          default -> Kind.NO_OBJECT;
        };
    if (record.kind() != RawRecord.Kind.ROW) {
      return ReadRow.without(record, kind);
    }
    if (text(record).isBlank()) {
      return ReadRow.without(record, Kind.BLANK);
    }
    Optional<Line> line = parsed(record);
    if (line.isEmpty()) {
      return ReadRow.without(record, Kind.NO_OBJECT);
    }
    Map<String, String> values = line.get().values();
    List<String> cells = headings.stream().map(name -> values.getOrDefault(name, "")).toList();
    boolean empty = cells.stream().allMatch(String::isBlank);
    return new ReadRow(record, empty ? Kind.EMPTY : Kind.VALUES, cells, true);
  }

  @Override
  public int write(ReadRow row, OwnCells own, ByteArrayOutputStream out) {
    RawRecord raw = row.raw();
    Optional<Line> line = row.kind().isExtended() ? parsed(raw) : Optional.empty();
    if (line.isEmpty()) {
      out.writeBytes(raw.bytes());
      return 0;
    }
    String text = line.get().withoutOwn(text(raw));
    int brace = text.lastIndexOf('}');
    String before = text.substring(0, brace);
    StringBuilder written = new StringBuilder(before);
    boolean first = before.strip().endsWith("{");
    for (int at = 0; at < OwnCells.HEADINGS.size(); at++) {
      written
          .append(first ? "" : ",")
          .append('"')
          .append(OwnCells.HEADINGS.get(at))
          .append("\":\"")
          .append(JsonStringEncoder.getInstance().quoteAsString(own.list().get(at)))
          .append('"');
      first = false;
    }
    written.append(text, brace, text.length());
    out.writeBytes(written.toString().getBytes(dialect.encoding().charset()));
    out.write(raw.bytes(), raw.length(), raw.bytes().length - raw.length());
    return 0;
  }

  private String text(RawRecord record) {
    return new String(record.bytes(), 0, record.length(), dialect.encoding().charset());
  }

  /**
   * A line's members.
   *
   * @param values by name
   * @param own where members of a former run stand in the text, from and to, name to value
   */
  private record Line(Map<String, String> values, List<int[]> own) {
    String withoutOwn(String text) {
      StringBuilder kept = new StringBuilder(text);
      List<int[]> backwards = new ArrayList<>(own);
      Collections.reverse(backwards);
      for (int[] member : backwards) {
        int from = member[0];
        int to = member[1];
        int comma = from - 1;
        while (isSpace(kept.charAt(comma))) {
          comma--;
        }
        if (kept.charAt(comma) == ',') {
          kept.delete(comma, to);
        } else {
          int next = to;
          while (isSpace(kept.charAt(next))) {
            next++;
          }
          kept.delete(from, kept.charAt(next) == ',' ? next + 1 : to);
        }
      }
      return kept.toString();
    }

    /** Whitespace between the tokens of JSON (RFC 8259, section 2). */
    private static boolean isSpace(char c) {
      return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
  }

  private Optional<Line> parsed(RawRecord record) {
    String text = text(record);
    Map<String, String> values = new LinkedHashMap<>();
    List<int[]> own = new ArrayList<>();
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        int from = (int) json.currentTokenLocation().getCharOffset();
        JsonToken value = json.nextToken();
        if (OwnCells.HEADINGS.contains(name)) {
          json.skipChildren();
          json.finishToken();
          own.add(new int[] {from, (int) json.currentLocation().getCharOffset()});
        } else if (value.isScalarValue()) {
          values.putIfAbsent(name, value == JsonToken.VALUE_NULL ? "" : json.getText());
        } else {
          json.skipChildren();
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        return Optional.empty();
      }
      return Optional.of(new Line(values, own));
    } catch (IOException noJson) {
      return Optional.empty();
    }
  }
}
