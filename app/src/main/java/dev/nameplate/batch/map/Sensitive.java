package dev.nameplate.batch.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds columns that no picture needs and that should not leave their system. */
public final class Sensitive {
  private static final Set<String> WORDS =
      Set.of(
          "password",
          "passwd",
          "pwd",
          "passwort",
          "kennwort",
          "motdepasse",
          "contrasena",
          "pin",
          "secret",
          "cardnumber",
          "creditcard",
          "creditcardnumber",
          "ccnumber",
          "cvv",
          "cvc",
          "iban",
          "ssn",
          "socialsecurity",
          "socialsecuritynumber",
          "passport",
          "passportnumber",
          "taxid");
  private static final int LEAST_DIGITS = 13;
  private static final int MOST_DIGITS = 19;

  private Sensitive() {}

  /**
   * Returns a warning for each column that looks like a secret, by its heading, or like card
   * numbers, by its first values; empty if there is none. No warning contains a value.
   *
   * @param rows the cells of the list's first rows
   */
  public static List<String> warnings(List<String> headings, List<List<String>> rows) {
    List<String> warnings = new ArrayList<>();
    for (int column = 0; column < headings.size(); column++) {
      String plain = Headings.plain(headings.get(column));
      Optional<String> what =
          WORDS.contains(plain)
              ? Optional.of("a secret")
              : areCards(column, rows) ? Optional.of("card numbers") : Optional.empty();
      int number = column + 1;
      what.ifPresent(
          kind ->
              warnings.add(
                  "column "
                      + number
                      + " looks like "
                      + kind
                      + "; a picture does not need it, so leave it out of the export"));
    }
    return warnings;
  }

  private static boolean areCards(int column, List<List<String>> rows) {
    long filled = 0;
    long cards = 0;
    for (List<String> row : rows) {
      String cell = column < row.size() ? row.get(column).strip() : "";
      filled += cell.isEmpty() ? 0 : 1;
      cards += isCard(cell) ? 1 : 0;
    }
    return cards >= 2 && cards * 2 > filled;
  }

  /** A number of 13 to 19 digits whose last is its Luhn check digit (ISO/IEC 7812-1). */
  static boolean isCard(String cell) {
    String digits = cell.replaceAll("[ -]", "");
    if (digits.length() < LEAST_DIGITS
        || digits.length() > MOST_DIGITS
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
        || digits.startsWith("0")) {
      return false;
    }
    int sum = 0;
    for (int at = 0; at < digits.length(); at++) {
      int digit = digits.charAt(digits.length() - 1 - at) - '0';
      int doubled = at % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
