package dev.nameplate.merge.policy;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in a text that are no telephone numbers though they have as many digits: those of orders,
 * articles and models, of shipments and books, lists of sizes, ranges, prices and large amounts.
 * Where a text asks its reader to call, none is.
 */
final class OrdinaryNumbers {
  /** What asks to call, in small letters. */
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

  /** What is known by a number, in small letters. */
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

  /** What may stand between one of them and its number; alone it says nothing. */
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

  /** So many digits at most has one number; behind it another may stand. */
  private static final int MOST_DIGITS = 15;

  private static final Set<String> FREE = Set.of("0800", "0808", "0900", "0180", "0137", "0870");
  private static final Pattern WORD = Pattern.compile("\\p{L}++");
  private static final Pattern LAST_WORD = Pattern.compile("(\\p{L}++)[^\\p{L}]{0,12}$");
  private static final Pattern LETTERS_BEFORE =
      Pattern.compile("(?<![A-Za-z])([A-Z]{1,5})([-_/.]?)$");

  /** How the number of a parcel begins at UPS. */
  private static final Pattern PARCEL = Pattern.compile("1Z ?[0-9A-Z]{3} ?[0-9A-Z]{0,3} ?$");

  private static final Pattern LETTERS_AFTER = Pattern.compile("^[-_/.]?[A-Z]{1,4}(?![A-Za-z])");

  /** Letters that say whose number it is, the single ones with a dot behind them. */
  private static final Set<String> OF_PHONES =
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

  /** Whether a run as a whole is ordinary. */
  static boolean isOne(DigitRun run) {
    return isReferred(run)
        || isVersion(run)
        || NumberShapes.isOrdinary(run)
        || PARCEL.matcher(tail(run.before())).find();
  }

  /** The pieces of a run but for those that are ordinary on their own. */
  static List<DigitRun> withoutOrdinary(DigitRun run) {
    List<DigitRun> rest = new ArrayList<>(run.parts());
    rest.removeIf(part -> isCode(part) || NumberShapes.isOrdinaryPart(part));
    return rest;
  }

  /** {@code Order 123-456-7890}, {@code Art.-Nr. 0601 987 654}, {@code #123-456-7890}. */
  private static boolean isReferred(DigitRun run) {
    List<String> groups = run.groups();
    if (run.digits() > MOST_DIGITS) {
      return false;
    }
    boolean free =
        FREE.contains(groups.get(0))
            || (groups.get(0).equals("1") && groups.size() > 1 && groups.get(1).startsWith("8"));
    return !free && (isSigned(run.before()) || isNamed(run.before()));
  }

  /** {@code Windows 10.0.19.45}. */
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

  /** Whether a text ends in the name of what has a number, with words for "number" behind it. */
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

  /** "To order" asks for something, and what follows is no order's number. */
  private static boolean endsInTo(String before) {
    Matcher last = LAST_WORD.matcher(before.substring(Math.max(0, before.length() - 20)));
    return last.find() && UCharacter.foldCase(last.group(1), true).equals("to");
  }

  /** {@code 01098-102-M}, {@code AB-1234567}: capital letters touch it. */
  private static boolean isCode(DigitRun part) {
    Matcher before = LETTERS_BEFORE.matcher(tail(part.before()));
    boolean led =
        before.find()
            && !OF_PHONES.contains(before.group(1))
            && !OF_PHONES.contains(before.group(1) + before.group(2));
    return led || LETTERS_AFTER.matcher(part.after()).find();
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 12));
  }
}
