package dev.nameplate.edit.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether two JSON values say the same: numbers by what they are worth, members in the same order.
 * A browser that read a file and sends it back writes {@code 48.0} as {@code 48}, and puts keys
 * that are whole numbers first, so the order of objects with such a key does not count.
 */
final class SameValue {
  /** Keys that JavaScript puts before all others, in ascending order. */
  private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,9}");

  private SameValue() {}

  static boolean test(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0
          || one.doubleValue() == other.doubleValue();
    }
    if (one.isObject() && other.isObject()) {
      return sameMembers(one, other);
    }
    if (one.isArray() && other.isArray()) {
      return sameElements(one, other);
    }
    return one.equals(other);
  }

  private static boolean sameElements(JsonNode one, JsonNode other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int at = 0; at < one.size(); at++) {
      if (!test(one.get(at), other.get(at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameMembers(JsonNode one, JsonNode other) {
    if (one.size() != other.size() || !sameOrder(one, other)) {
      return false;
    }
    for (var member : one.properties()) {
      JsonNode value = other.get(member.getKey());
      if (value == null || !test(member.getValue(), value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameOrder(JsonNode one, JsonNode other) {
    List<String> keys = keys(one);
    return hasWholeKey(keys) || keys.equals(keys(other));
  }

  /** Whether JavaScript reorders such keys. */
  static boolean hasWholeKey(List<String> keys) {
    return keys.stream().anyMatch(key -> WHOLE.matcher(key).matches());
  }

  static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
