package dev.nameplate.edit.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A member or element of a new value, and the one of the old value whose form it takes.
 *
 * @param key of a member; empty for an element
 * @param value the new value
 * @param base index among the old parts; empty for a new part
 */
record PartMatch(Optional<String> key, JsonNode value, Optional<Integer> base) {

  /** How many pairs of elements are compared at most. */
  private static final long MOST_PAIRS = 1_000_000;

  /** The parts of a new value in the order in which they are to be written. */
  static List<PartMatch> of(JsonSpan base, JsonNode next) {
    return next.isObject() ? members(base, next) : elements(base, next);
  }

  private static List<PartMatch> members(JsonSpan base, JsonNode next) {
    List<String> old = base.parts().stream().map(JsonSpan.Part::key).toList();
    List<String> keys = SameValue.keys(next);
    if (SameValue.hasWholeKey(keys)) {
      List<String> kept = new ArrayList<>(old);
      kept.retainAll(keys);
      keys.removeAll(kept);
      kept.addAll(keys);
      keys = kept;
    }
    return keys.stream()
        .map(
            key ->
                new PartMatch(
                    Optional.of(key),
                    next.get(key),
                    Optional.of(old.indexOf(key)).filter(at -> at >= 0)))
        .toList();
  }

  /**
   * Elements take the form of an equal one, so that those that were moved keep theirs; then of the
   * one that is most like them; scalars of the one in their place.
   */
  private static List<PartMatch> elements(JsonSpan base, JsonNode next) {
    if ((long) base.parts().size() * next.size() > MOST_PAIRS) {
      return inPlace(base, next);
    }
    int[] matches = new int[next.size()];
    Arrays.fill(matches, -1);
    BitSet used = new BitSet();
    int last = -1;
    for (int at = 0; at < matches.length; at++) {
      int equal = equal(base, next.get(at), used, last + 1);
      if (equal >= 0) {
        matches[at] = equal;
        used.set(equal);
        last = equal;
      }
    }
    List<PartMatch> parts = new ArrayList<>();
    for (int at = 0; at < matches.length; at++) {
      if (matches[at] < 0) {
        matches[at] = alike(base, next.get(at), used, at);
        used.set(Math.max(0, matches[at]), matches[at] + 1);
      }
      parts.add(
          new PartMatch(
              Optional.empty(), next.get(at), Optional.of(matches[at]).filter(old -> old >= 0)));
    }
    return parts;
  }

  private static List<PartMatch> inPlace(JsonSpan base, JsonNode next) {
    List<PartMatch> parts = new ArrayList<>();
    for (int at = 0; at < next.size(); at++) {
      parts.add(
          new PartMatch(
              Optional.empty(),
              next.get(at),
              Optional.of(at).filter(old -> old < base.parts().size())));
    }
    return parts;
  }

  /** The first equal element from an index on, then any before; -1 for none. */
  private static int equal(JsonSpan base, JsonNode value, BitSet used, int from) {
    int size = base.parts().size();
    for (int step = 0; step < size; step++) {
      int at = (from + step) % size;
      if (!used.get(at) && SameValue.test(base.parts().get(at).span().value(), value)) {
        return at;
      }
    }
    return -1;
  }

  private static int alike(JsonSpan base, JsonNode value, BitSet used, int place) {
    int best = -1;
    int most = 0;
    for (int at = 0; at < base.parts().size(); at++) {
      int score = used.get(at) ? 0 : likeness(base.parts().get(at).span().value(), value);
      boolean nearer = Math.abs(at - place) < Math.abs(best - place);
      if (score > most || (score == most && score > 0 && nearer)) {
        best = at;
        most = score;
      }
    }
    return best;
  }

  private static int likeness(JsonNode one, JsonNode other) {
    if (one.getNodeType() != other.getNodeType()) {
      return 0;
    }
    if (!one.isObject()) {
      return 1;
    }
    int score = 0;
    for (var member : one.properties()) {
      JsonNode value = other.get(member.getKey());
      if (value != null && SameValue.test(member.getValue(), value)) {
        score += member.getKey().equals("type") ? 2 : 1;
      }
    }
    return score;
  }
}
