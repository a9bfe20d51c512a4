package dev.nameplate.merge.clean;

import dev.nameplate.merge.tag.TagScan;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules by which a clean text cannot be a person's name. */
final class NameRules {
  private static final Set<String> FIELD_CODES =
      Set.of(
          "FNAME",
          "LNAME",
          "FIRSTNAME",
          "LASTNAME",
          "FIRST_NAME",
          "LAST_NAME",
          "FULLNAME",
          "FULL_NAME",
          "fname",
          "lname",
          "firstname",
          "lastname",
          "first_name",
          "last_name",
          "fullname",
          "full_name",
          "fName",
          "lName",
          "firstName",
          "lastName",
          "fullName",
          "FName",
          "LName",
          "FirstName",
          "LastName",
          "FullName",
          "First_Name",
          "Last_Name",
          "Full_Name");

  private NameRules() {}

  /** A text without words that mean "no value", as where a first or last name is missing. */
  static String withoutJunkTokens(String text) {
    return Arrays.stream(text.split(" "))
        .filter(token -> !JunkWords.isJunkToken(token))
        .collect(Collectors.joining(" "));
  }

  /** Why a text cannot be a name, in two or three words; empty if it can. */
  static Optional<String> objection(String text) {
    if (text.isEmpty()) {
      return Optional.of("no value");
    }
    if (FIELD_CODES.contains(text)) {
      return Optional.of("field code");
    }
    if (isAddress(text)) {
      return Optional.of("email address");
    }
    return TagScan.hasLetter(text) ? Optional.empty() : Optional.of("no letter");
  }

  private static boolean isAddress(String text) {
    int at = text.indexOf('@');
    return at > 0 && text.indexOf(' ') < 0 && text.indexOf('.', at + 2) > 0 && !text.endsWith(".");
  }
}
