package dev.nameplate.edit.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place in which two JSON values differ.
 *
 * @param path JSON path, {@code $.layers[1].box[0]}
 * @param mine the value there; empty where there is none
 * @param theirs the other value there; empty where there is none
 */
public record Difference(String path, Optional<JsonNode> mine, Optional<JsonNode> theirs) {
  /** How many are listed at most. */
  public static final int MOST = 100;

  /**
   * Lists the smallest differing parts in the order of the values, the first {@value #MOST} of
   * them; empty where both say the same. Elements of arrays are compared by their index.
   */
  public static List<Difference> of(JsonNode mine, JsonNode theirs) {
    List<Difference> found = new ArrayList<>();
    compare("$", Optional.of(mine), Optional.of(theirs), found);
    return List.copyOf(found);
  }

  private static void compare(
      String path, Optional<JsonNode> mine, Optional<JsonNode> theirs, List<Difference> found) {
    if (found.size() >= MOST || (mine.isEmpty() && theirs.isEmpty())) {
      return;
    }
    boolean both = mine.isPresent() && theirs.isPresent();
    if (both && SameValue.test(mine.get(), theirs.get())) {
      return;
    }
    if (both && mine.get().isObject() && theirs.get().isObject()) {
      members(path, mine.get(), theirs.get(), found);
    } else if (both && mine.get().isArray() && theirs.get().isArray()) {
      elements(path, mine.get(), theirs.get(), found);
    } else {
      found.add(new Difference(path, mine, theirs));
    }
  }

  private static void members(String path, JsonNode mine, JsonNode theirs, List<Difference> found) {
    Set<String> keys = new LinkedHashSet<>(SameValue.keys(mine));
    keys.addAll(SameValue.keys(theirs));
    int before = found.size();
    for (String key : keys) {
      compare(
          path + "." + key,
          Optional.ofNullable(mine.get(key)),
          Optional.ofNullable(theirs.get(key)),
          found);
    }
    if (found.size() == before) {
      found.add(new Difference(path, Optional.of(mine), Optional.of(theirs))); // the order differs
    }
  }

  private static void elements(
      String path, JsonNode mine, JsonNode theirs, List<Difference> found) {
    for (int at = 0; at < Math.max(mine.size(), theirs.size()); at++) {
      compare(
          path + "[" + at + "]",
          Optional.ofNullable(mine.get(at)),
          Optional.ofNullable(theirs.get(at)),
          found);
    }
  }
}
