package dev.nameplate.merge.tag;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that name a field in email platforms, in the most frequent languages. */
final class FieldWords {
  private static final Set<String> FIRST_NAMES =
      Set.of(
          "firstname",
          "fname",
          "lastname",
          "lname",
          "fullname",
          "name",
          "vorname",
          "prenom",
          "prénom",
          "nombre",
          "nome",
          "voornaam");
  private static final Set<String> OTHERS =
      Set.of(
          "first",
          "givenname",
          "forename",
          "last",
          "surname",
          "familyname",
          "full",
          "middlename",
          "nickname",
          "email",
          "emailaddress",
          "emailaddr",
          "mail",
          "company",
          "companyname",
          "organisation",
          "organization",
          "city",
          "state",
          "country",
          "zip",
          "zipcode",
          "postalcode",
          "phone",
          "phonenumber",
          "mobile",
          "address",
          "address1",
          "birthday",
          "dob",
          "jobtitle",
          "website",
          "couponcode",
          "discountcode",
          "points",
          "balance",
          "username",
          "nachname",
          "nom",
          "apellido",
          "cognome",
          "sobrenome",
          "naam",
          "achternaam",
          "imie",
          "imię",
          "имя",
          "名前",
          "姓名");
  private static final List<String> PREFIXES =
      List.of(
          "contacts",
          "contact",
          "customer",
          "subscriber",
          "recipient",
          "user",
          "lead",
          "person",
          "people",
          "profile",
          "member",
          "client",
          "prospect",
          "account",
          "merge",
          "custom",
          "test",
          "data",
          "var");
  private static final int PREFIXES_STRIPPED = 2;
  private static final int LONGEST = 60;

  private FieldWords() {}

  /** Whether a text such as {@code First Name} or {@code contact.email} names a field. */
  static boolean isFieldWord(String text) {
    return matches(text, true);
  }

  /** Whether it names a person's name, which no ordinary text puts between delimiters. */
  static boolean isNameWord(String text) {
    return matches(text, false);
  }

  /** In lower case, without spaces, underscores, dashes, dots and colons. */
  static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .chars()
        .filter(c -> " _-.:".indexOf(c) < 0)
        .forEach(c -> out.append((char) c));
    return out.toString();
  }

  private static boolean matches(String text, boolean any) {
    return text.length() <= LONGEST && matches(plain(text), any, PREFIXES_STRIPPED);
  }

  private static boolean matches(String word, boolean any, int strips) {
    if (FIRST_NAMES.contains(word) || (any && OTHERS.contains(word))) {
      return true;
    }
    return strips > 0
        && PREFIXES.stream()
            .filter(word::startsWith)
            .anyMatch(prefix -> matches(word.substring(prefix.length()), any, strips - 1));
  }
}
