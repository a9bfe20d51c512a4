package dev.nameplate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One whom a picture is drawn for.
 *
 * @param id of a ticket, 16 characters
 */
public record Recipient(String name, String company, String id) {
  private static final List<String> GIVEN =
      List.of("Emma", "Zoë", "Łukasz", "Иван", "Ελένη", "Matthew", "Saoirse", "Günther", "Mei");
  private static final List<String> FAMILIES =
      List.of("Smith", "Großmann", "Núñez", "Попова", "Okafor", "Papadopoulos", "Vandenberghe");
  private static final List<String> COMPANIES =
      List.of("Northwind Média SA", "Hooli Labs", "Cyberdyne Energy GmbH", "Dunder Paper Co.");

  /** Every given name with every family name. */
  public static List<Recipient> few() {
    List<Recipient> few = new ArrayList<>();
    for (String given : GIVEN) {
      for (String family : FAMILIES) {
        String company = COMPANIES.get(few.size() % COMPANIES.size());
        few.add(
            new Recipient(given + " " + family, company, "TICKET" + (1_000_000_000L + few.size())));
      }
    }
    return List.copyOf(few);
  }

  /** Those of a file with a name, a company and an id on each line, apart by tabs. */
  public static List<Recipient> read(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(line -> line.split("\t", -1))
          .map(parts -> new Recipient(parts[0], parts[1], parts[2]))
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** As a query with every parameter that a workload may want. */
  public String query() {
    return "name=" + encoded(name) + "&company=" + encoded(company) + "&id=" + encoded(id);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
