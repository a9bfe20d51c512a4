package dev.nameplate.batch.map;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How alike a column's heading and a field's name are. */
final class Headings {
  static final int SAME = 100;
  static final int ALIAS = 90;
  static final int SAME_MEANING = 80;
  static final int NAME_FOR_FIRST_NAME = 70;
  static final int WITHOUT_PREFIX = 10;
  static final int NEARLY = 50;

  /** Words that mean the same in exports of sending tools. */
  private static final List<Set<String>> MEANINGS =
      List.of(
          Set.of("firstname", "fname", "first", "givenname", "forename"),
          Set.of("lastname", "lname", "last", "surname", "familyname"),
          Set.of("fullname", "displayname", "contactname", "customername"),
          Set.of("email", "emailaddress", "mail"),
          Set.of("city", "town", "mailingcity", "billingcity", "shippingcity"),
          Set.of("company", "companyname", "organization", "organisation", "accountname"),
          Set.of("points", "pointsbalance", "loyaltypoints", "rewardpoints"),
          Set.of("photo", "photourl", "picture", "pictureurl", "avatar", "avatarurl"),
          Set.of("code", "couponcode", "coupon", "discountcode", "vouchercode", "promocode"),
          Set.of("tier", "loyaltytier", "membershiplevel", "level"),
          Set.of("birthday", "birthdate", "dateofbirth", "dob"));

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
          "profile",
          "properties",
          "member",
          "merge",
          "custom",
          "default");

  private static final int SHORTEST_NEAR = 5;

  private Headings() {}

  /** Small letters and digits alone, without marks on letters: {@code First Name} is firstname. */
  static String plain(String heading) {
    String apart = Normalizer2.getNFDInstance().normalize(heading);
    StringBuilder plain = new StringBuilder(apart.length());
    apart
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(UCharacter::isLetterOrDigit)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** How alike a heading is to a name, 0 for not at all; both as {@link #plain} gives them. */
  static int likeness(String heading, String name, int same) {
    if (heading.isEmpty() || name.isEmpty()) {
      return 0;
    }
    int whole = direct(heading, name, same);
    int best = whole;
    for (String prefix : PREFIXES) {
      if (heading.startsWith(prefix) && heading.length() > prefix.length()) {
        best =
            Math.max(best, direct(heading.substring(prefix.length()), name, same) - WITHOUT_PREFIX);
      }
    }
    return Math.max(0, best);
  }

  private static int direct(String heading, String name, int same) {
    if (heading.equals(name)) {
      return same;
    }
    if (MEANINGS.stream().anyMatch(words -> words.contains(heading) && words.contains(name))) {
      return SAME_MEANING;
    }
    boolean near =
        Math.min(heading.length(), name.length()) >= SHORTEST_NEAR && isOneStepAway(heading, name);
    return near ? NEARLY : 0;
  }

  /** Whether a heading means a first name. */
  static boolean isFirstName(String heading) {
    return MEANINGS.get(0).contains(heading);
  }

  /** Whether one letter less, more or changed makes one of the other. */
  private static boolean isOneStepAway(String one, String other) {
    int most = Math.min(one.length(), other.length());
    int before = 0;
    while (before < most && one.charAt(before) == other.charAt(before)) {
      before++;
    }
    int after = 0;
    while (after < most - before
        && one.charAt(one.length() - 1 - after) == other.charAt(other.length() - 1 - after)) {
      after++;
    }
    return Math.max(one.length(), other.length()) - before - after <= 1;
  }
}
