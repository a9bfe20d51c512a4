package dev.nameplate.http.editor;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The modules that a script imports, those that these import, and so on. A page names them all, so
 * that a browser asks for them at once and not one layer after the other.
 *
 * @param imports the import map: names, or beginnings of names that end in a slash, with their
 *     paths
 * @param files the bytes of a path; empty where there is none
 */
record ModuleGraph(Map<String, String> imports, Function<String, Optional<byte[]>> files) {
  private static final Pattern IMPORT =
      Pattern.compile("\\b(?:from|import)\\s*[\"']([^\"']+)[\"']");

  /** The paths of all modules below one, without itself, the nearest first. */
  List<String> below(String path) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> left = new ArrayDeque<>(List.of(path));
    while (!left.isEmpty()) {
      for (String each : importedBy(left.remove())) {
        if (!each.equals(path) && found.add(each)) {
          left.add(each);
        }
      }
    }
    return List.copyOf(found);
  }

  private List<String> importedBy(String path) {
    String text =
        files.apply(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    List<String> imported = new ArrayList<>();
    for (Matcher each = IMPORT.matcher(text); each.find(); ) {
      resolved(path, each.group(1))
          .filter(there -> files.apply(there).isPresent())
          .ifPresent(imported::add);
    }
    return imported;
  }

  /** The path of a specifier (HTML, section 8.1.5.5); empty where the map does not name it. */
  private Optional<String> resolved(String from, String specifier) {
    if (specifier.startsWith(".") || specifier.startsWith("/")) {
      return Optional.of(URI.create(from).resolve(specifier).getPath());
    }
    return Optional.ofNullable(imports.get(specifier))
        .or(
            () ->
                imports.keySet().stream()
                    .filter(name -> name.endsWith("/") && specifier.startsWith(name))
                    .findFirst()
                    .map(name -> imports.get(name) + specifier.substring(name.length())));
  }
}
