package dev.nameplate.text.font;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.JoiningType;
import com.ibm.icu.lang.UProperty;
import dev.nameplate.text.unicode.Clusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms of a letter that joins its neighbors (Unicode, "Cursive Joining"). */
enum Joining {
  INITIAL("init"),
  MEDIAL("medi"),
  FINAL("fina");

  private final String feature;

  Joining(String feature) {
    this.feature = feature;
  }

  /** The OpenType feature that gives a letter this form. */
  String feature() {
    return feature;
  }

  /** A grapheme cluster and its joining form; empty if it is isolated. */
  record Part(String text, Optional<Joining> form) {}

  /**
   * The grapheme clusters of a text with their joining forms, in logical order. Letters join across
   * transparent ones.
   */
  static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    int start = 0;
    int before = JoiningType.NON_JOINING;
    var clusters = Clusters.of(text);
    for (int end = clusters.next(); end >= 0; end = clusters.next()) {
      int own = type(text.codePointAt(start));
      boolean fromBefore = joinsNext(before) && joinsBefore(own);
      boolean toNext = joinsNext(own) && joinsBefore(typeAfter(text, end));
      parts.add(new Part(text.substring(start, end), form(fromBefore, toNext)));
      before = own == JoiningType.TRANSPARENT ? before : own;
      start = end;
    }
    return parts;
  }

  /** The joining type of the first character from an index on that is not transparent. */
  private static int typeAfter(String text, int from) {
    return text.substring(from)
        .codePoints()
        .map(Joining::type)
        .filter(type -> type != JoiningType.TRANSPARENT)
        .findFirst()
        .orElse(JoiningType.NON_JOINING);
  }

  private static Optional<Joining> form(boolean fromBefore, boolean toNext) {
    if (fromBefore) {
      return Optional.of(toNext ? MEDIAL : FINAL);
    }
    return toNext ? Optional.of(INITIAL) : Optional.empty();
  }

  private static int type(int codePoint) {
    return UCharacter.getIntPropertyValue(codePoint, UProperty.JOINING_TYPE);
  }

  private static boolean joinsNext(int type) {
    return type == JoiningType.DUAL_JOINING
        || type == JoiningType.LEFT_JOINING
        || type == JoiningType.JOIN_CAUSING;
  }

  private static boolean joinsBefore(int type) {
    return type == JoiningType.DUAL_JOINING
        || type == JoiningType.RIGHT_JOINING
        || type == JoiningType.JOIN_CAUSING;
  }
}
