package dev.nameplate.http.api;

import dev.nameplate.api.ApiException;
import dev.nameplate.api.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a form with a file as it comes ({@code multipart/form-data}, RFC 7578): the file's bytes
 * are handed on, the other parts are short texts. Nothing of the file is held but the few bytes
 * that may be a boundary. For one thread at a time.
 */
final class MultipartFilter {
  private static final int MOST_HEAD = 8 * 1024;
  private static final int MOST_TEXT = 4 * 1024;
  private static final int MOST_PARTS = 250;
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)multipart/form-data\\s*;.*boundary=\"?([^\";,]{1,70})\"?.*");
  private static final Pattern NAME = Pattern.compile("(?i)[;\\s]name=\"([^\"]{0,200})\"");
  private static final byte[] BLANK = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final byte[] boundary;
  private final Consumer<ByteBuffer> file;
  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private byte[] rest;
  private int length;
  private State state = State.DATA;
  private boolean inFile;
  private boolean hadFile;
  private String name = "";
  private int parts;
  private ByteArrayOutputStream text = new ByteArrayOutputStream();

  private enum State {
    HEAD,
    DATA,
    END
  }

  private MultipartFilter(String boundary, Consumer<ByteBuffer> file) {
    this.boundary = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    this.file = file;
    // The first boundary has no line before it.
    this.rest = new byte[] {'\r', '\n'};
    this.length = 2;
  }

  /**
   * Returns a reader of a form.
   *
   * @param type the request's {@code Content-Type}
   * @param file takes the bytes of the part with a file's name
   * @return empty where the request holds no form with files
   */
  static Optional<MultipartFilter> of(String type, Consumer<ByteBuffer> file) {
    Matcher matcher = BOUNDARY.matcher(type);
    return matcher.matches()
        ? Optional.of(new MultipartFilter(matcher.group(1), file))
        : Optional.empty();
  }

  /**
   * Reads on.
   *
   * @throws ApiException where it is no such form
   */
  void write(ByteBuffer bytes) {
    byte[] all = new byte[length + bytes.remaining()];
    System.arraycopy(rest, 0, all, 0, length);
    bytes.get(all, length, all.length - length);
    int at = 0;
    int next = step(all, at);
    while (next > at) {
      at = next;
      next = step(all, at);
    }
    length = all.length - at;
    rest = java.util.Arrays.copyOfRange(all, at, all.length);
  }

  /** Takes one piece from a position on; the position behind it, the same where more must come. */
  private int step(byte[] all, int at) {
    return switch (state) {
      case END -> all.length;
      case HEAD -> head(all, at);
      case DATA -> data(all, at);
    };
  }

  private int data(byte[] all, int at) {
    int found = indexOf(all, boundary, at);
    if (found < 0) {
      int safe = Math.max(at, all.length - boundary.length + 1);
      take(all, at, safe);
      return safe;
    }
    if (all.length < found + boundary.length + 2) {
      take(all, at, found);
      return found;
    }
    take(all, at, found);
    ended();
    boolean last = all[found + boundary.length] == '-' && all[found + boundary.length + 1] == '-';
    state = last ? State.END : State.HEAD;
    return found + boundary.length;
  }

  private void take(byte[] all, int from, int to) {
    if (to > from && inFile) {
      file.accept(ByteBuffer.wrap(all, from, to - from));
    } else if (to > from && !name.isEmpty()) {
      if (text.size() + to - from > MOST_TEXT) {
        throw broken("a field of the form has more than " + MOST_TEXT + " bytes");
      }
      text.write(all, from, to - from);
    }
  }

  private void ended() {
    if (!name.isEmpty() && !inFile) {
      texts
          .computeIfAbsent(name, absent -> new ArrayList<>())
          .add(text.toString(StandardCharsets.UTF_8));
    }
    name = "";
    inFile = false;
    text = new ByteArrayOutputStream();
  }

  private int head(byte[] all, int at) {
    int end = indexOf(all, BLANK, at);
    if (end < 0) {
      if (all.length - at > MOST_HEAD) {
        throw broken("a part of the form has no end of its head");
      }
      return at;
    }
    String head = new String(all, at, end - at, StandardCharsets.UTF_8);
    Matcher named = NAME.matcher(head);
    name = named.find() ? named.group(1) : "";
    inFile = head.toLowerCase(java.util.Locale.ROOT).contains("filename=");
    if (inFile && hadFile) {
      throw broken("the form has two files; one list is one job");
    }
    hadFile = hadFile || inFile;
    if (++parts > MOST_PARTS) {
      throw broken("the form has more than " + MOST_PARTS + " parts");
    }
    state = State.DATA;
    return end + BLANK.length;
  }

  /**
   * Returns the texts of the form by name, in order.
   *
   * @throws ApiException where the form has no end or no file
   */
  Map<String, List<String>> texts() {
    if (state != State.END) {
      throw broken("the form broke off before its end");
    }
    if (!hadFile) {
      throw broken("the form has no file; name one part's file, filename=\"people.csv\"");
    }
    return texts;
  }

  private static ApiException broken(String message) {
    return ApiException.of(ErrorCode.UNUSABLE_LIST, message);
  }

  private static int indexOf(byte[] all, byte[] part, int from) {
    for (int at = from; at <= all.length - part.length; at++) {
      int same = 0;
      while (same < part.length && all[at + same] == part[same]) {
        same++;
      }
      if (same == part.length) {
        return at;
      }
    }
    return -1;
  }
}
