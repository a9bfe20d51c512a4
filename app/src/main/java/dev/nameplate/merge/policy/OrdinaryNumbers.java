package dev.nameplate.merge.policy;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognizes numbers in a text that have as many digits as telephone numbers but are none: of
 * orders, articles, models, shipments and books, lists of sizes, ranges, prices and large amounts.
 * Not used for a text that asks its reader to call.
 */
final class OrdinaryNumbers {
  /** Words that ask to call, in lower case. */
  private static final Set<String> CALLS =
      Set.of(
          "call",
          "calls",
          "tel",
          "telephone",
          "phone",
          "dial",
          "sms",
          "whatsapp",
          "viber",
          "telegram",
          "fax",
          "hotline",
          "anruf",
          "anrufen",
          "ruf",
          "rufen",
          "telefon",
          "fon",
          "handy",
          "tél",
          "téléphone",
          "appelez",
          "appeler",
          "llama",
          "llame",
          "llámanos",
          "teléfono",
          "móvil",
          "chiama",
          "chiamaci",
          "telefono",
          "ligue",
          "telefone",
          "zadzwoń",
          "dzwoń",
          "volejte",
          "tlf",
          "звони",
          "звоните",
          "позвони",
          "тел",
          "телефон",
          "电话",
          "電話",
          "致电");

  /** Words for things that have a number, in lower case. */
  private static final Set<String> REFERENCES =
      Set.of(
          "order",
          "orders",
          "sku",
          "isbn",
          "issn",
          "ean",
          "upc",
          "gtin",
          "asin",
          "mpn",
          "oem",
          "art",
          "article",
          "artikel",
          "artikelnummer",
          "bestellung",
          "bestellnummer",
          "auftrag",
          "auftragsnummer",
          "item",
          "part",
          "model",
          "modell",
          "modèle",
          "modelo",
          "modello",
          "ref",
          "reference",
          "referenz",
          "référence",
          "referencia",
          "riferimento",
          "invoice",
          "rechnung",
          "rechnungsnummer",
          "facture",
          "factura",
          "fattura",
          "ticket",
          "booking",
          "buchung",
          "reservation",
          "reserva",
          "tracking",
          "sendung",
          "sendungsnummer",
          "paket",
          "shipment",
          "parcel",
          "consignment",
          "ups",
          "fedex",
          "dhl",
          "usps",
          "gls",
          "dpd",
          "hermes",
          "serial",
          "seriennummer",
          "sn",
          "pn",
          "lot",
          "batch",
          "charge",
          "case",
          "claim",
          "account",
          "konto",
          "kundennummer",
          "customer",
          "member",
          "id",
          "code",
          "pin",
          "imei",
          "vin",
          "iban",
          "style",
          "cat",
          "catalog",
          "catalogue",
          "katalog",
          "product",
          "produkt",
          "produit",
          "producto",
          "prodotto",
          "pzn",
          "cas",
          "din",
          "iso",
          "en",
          "astm",
          "doi",
          "zamówienie",
          "zamówienia",
          "objednávka",
          "commande",
          "pedido",
          "ordine",
          "encomenda",
          "bestelling",
          "заказ",
          "заказа",
          "артикул",
          "арт");

  /** Words that may be between one of them and its number; alone they do not count. */
  private static final Set<String> NUMBER_WORDS =
      Set.of(
          "no",
          "nr",
          "num",
          "number",
          "nummer",
          "numero",
          "numéro",
          "número",
          "n",
          "is",
          "lautet",
          "est",
          "es",
          "confirmed",
          "shipped",
          "bestätigt");

  private static final int MOST_WORDS = 3;

  /** The most digits of one reference number; a longer run holds another number after it. */
  private static final int MOST_DIGITS = 15;

  private static final Set<String> SERVICE_PREFIXES =
      Set.of("0800", "0808", "0900", "0180", "0137", "0870");
  private static final Pattern WORD = Pattern.compile("\\p{L}++");
  private static final Pattern LAST_WORD = Pattern.compile("(\\p{L}++)[^\\p{L}]{0,12}$");
  private static final Pattern LETTERS_BEFORE =
      Pattern.compile("(?<![A-Za-z])([A-Z]{1,5})([-_/.]?)$");

  /** The beginning of a UPS tracking number. */
  private static final Pattern PARCEL = Pattern.compile("1Z ?[0-9A-Z]{3} ?[0-9A-Z]{0,3} ?$");

  private static final Pattern LETTERS_AFTER = Pattern.compile("^[-_/.]?[A-Z]{1,4}(?![A-Za-z])");

  /** Abbreviations for telephone numbers; single letters have a dot after them. */
  private static final Set<String> PHONE_LABELS =
      Set.of(
          "TEL", "FAX", "MOB", "FON", "CALL", "PHONE", "SMS", "WA", "T.", "F.", "M.", "P.", "H.");

  private OrdinaryNumbers() {}

  /** Whether a text asks its reader to call a number. */
  static boolean asksToCall(String text) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (CALLS.contains(UCharacter.foldCase(word.group(), true))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a whole run is no telephone number. */
  static boolean isOne(DigitRun run) {
    return isReferred(run)
        || isVersion(run)
        || NumberShapes.isOrdinary(run)
        || PARCEL.matcher(tail(run.before())).find();
  }

  /** The parts of a run without those that are no telephone numbers on their own. */
  static List<DigitRun> withoutOrdinary(DigitRun run) {
    List<DigitRun> rest = new ArrayList<>(run.parts());
    rest.removeIf(part -> isCode(part) || NumberShapes.isOrdinaryPart(part));
    return rest;
  }

  /**
   * Whether it is a reference number: {@code Order 123-456-7890}, {@code Art.-Nr. 0601 987 654},
   * {@code #123-456-7890}.
   */
  private static boolean isReferred(DigitRun run) {
    List<String> groups = run.groups();
    if (run.digits() > MOST_DIGITS) {
      return false;
    }
    boolean free =
        SERVICE_PREFIXES.contains(groups.get(0))
            || (groups.get(0).equals("1") && groups.size() > 1 && groups.get(1).startsWith("8"));
    return !free && (isSigned(run.before()) || isNamed(run.before()));
  }

  /** Whether it is a version: {@code Windows 10.0.19.45}. */
  private static boolean isVersion(DigitRun run) {
    Matcher last = LAST_WORD.matcher(tail(run.before()));
    return run.hasOneGap()
        && run.gaps().contains(".")
        && run.groups().size() >= 4
        && !run.groups().get(0).startsWith("0")
        && last.find()
        && OrdinaryDots.VERSIONED.contains(UCharacter.foldCase(last.group(1), true));
  }

  private static boolean isSigned(String before) {
    String text = before.strip();
    return text.endsWith("#") || text.endsWith("\u2116");
  }

  /**
   * Whether a text ends in a word for a thing that has a number, followed by at most two words for
   * "number".
   */
  private static boolean isNamed(String before) {
    String text = before;
    for (int words = 0; words < MOST_WORDS; words++) {
      Matcher last = LAST_WORD.matcher(text.substring(Math.max(0, text.length() - 60)));
      if (!last.find()) {
        return false;
      }
      String word = UCharacter.foldCase(last.group(1), true);
      text = text.substring(0, text.length() - last.group().length());
      if (REFERENCES.contains(word)) {
        return !(word.equals("order") && endsInTo(text));
      }
      if (!NUMBER_WORDS.contains(word)) {
        return false;
      }
    }
    return false;
  }

  /** Whether a text ends in "to": "to order" is not followed by an order's number. */
  private static boolean endsInTo(String before) {
    Matcher last = LAST_WORD.matcher(before.substring(Math.max(0, before.length() - 20)));
    return last.find() && UCharacter.foldCase(last.group(1), true).equals("to");
  }

  /** Whether capital letters touch it: {@code 01098-102-M}, {@code AB-1234567}. */
  private static boolean isCode(DigitRun part) {
    Matcher before = LETTERS_BEFORE.matcher(tail(part.before()));
    boolean led =
        before.find()
            && !PHONE_LABELS.contains(before.group(1))
            && !PHONE_LABELS.contains(before.group(1) + before.group(2));
    return led || LETTERS_AFTER.matcher(part.after()).find();
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 12));
  }
}
