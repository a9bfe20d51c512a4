package dev.nameplate.merge.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Ordinary texts of shops, put together from lists: names, models, prices, sizes and numbers. */
final class ProductTexts {
  private static final List<String> BRANDS =
      List.of(
          "Nike",
          "K-Swiss",
          "Levi's",
          "Bosch",
          "Makita",
          "Dr.Martens",
          "s.Oliver",
          "J.Crew",
          "Black & Decker",
          "L'Oréal",
          "H&M",
          "Dr. Oetker",
          "St.Ives",
          "Mr.Coffee",
          "Canon",
          "Tamron",
          "Sony",
          "IKEA",
          "LEGO",
          "Philips",
          "Würth",
          "Škoda",
          "7 For All Mankind",
          "No.7",
          "A.P.C.",
          "M.A.C",
          "b.box",
          "L.L.Bean",
          "Toys \"R\" Us",
          "3M",
          "1&1",
          "AT&T",
          "T-Fal",
          "Ray-Ban",
          "Häagen-Dazs",
          "Ben & Jerry's",
          "R.M.Williams",
          "will.i.am");
  private static final List<String> THINGS =
      List.of(
          "running shoes",
          "cordless drill",
          "coffee machine",
          "polka dot dress",
          "wireless mouse",
          "garden chair",
          "travel bag",
          "red wine",
          "gift card",
          "face cream",
          "phone case",
          "winter tires",
          "desk lamp",
          "polka dot shoes",
          "quantum dot TV",
          "Echo Dot speaker",
          "dot matrix printer",
          "wedding ring",
          "Kinderwagen",
          "robe d'été",
          "zapatillas",
          "buty do biegania",
          "кроссовки",
          "スニーカー",
          "café crème",
          "T-shirt",
          "e-bike");
  private static final List<String> TECHNOLOGIES =
      List.of(
          "Node.js",
          "Vue.js 3",
          "ASP.NET 8",
          "ASP.NET Core",
          "VB.NET",
          ".NET 8",
          "React.js",
          "Next.js 15",
          "D3.js",
          "Three.js",
          "Socket.IO",
          "Paint.NET",
          "ML.NET",
          "C#",
          "C++20",
          "HTML5",
          "Python 3.12.1",
          "Java 17.0.9",
          "Node.js/Express",
          "TCP/IP",
          "Wi-Fi 802.11ac/ax",
          "PCIe 4.0/5.0",
          "USB 3.2/2.0",
          "M.2/NVMe",
          "Bluetooth 5.3");
  private static final List<String> PRICES =
      List.of(
          "€%d.99",
          "$%d.99",
          "£%d.50",
          "%d,99 €",
          "%d.99 €",
          "€ %d,99",
          "CHF %d.90",
          "US$%d.99",
          "USD %d.00",
          "%d.00 PLN",
          "%d zł",
          "%d Kč",
          "Rs.%d",
          "₹%d",
          "¥%d00",
          "%d.99 kr",
          "R$ %d,90",
          "$1,%d99.00",
          "1.%d99,00 €",
          "$%d.5k",
          "AU$%d.95");
  private static final List<String> PERIODS =
      List.of(
          "/mo",
          "/month",
          "/yr",
          "/year",
          "/Monat",
          "/mois",
          "/mes",
          "/week",
          "/pp",
          "/kg",
          "/100g",
          "/sq.ft",
          "/user/mo",
          "/Stück",
          " per month",
          ".",
          "!",
          " only",
          " each",
          "*");

  private static final List<Function<Random, String>> SHAPES =
      List.of(
          r -> pick(r, BRANDS) + " " + pick(r, THINGS),
          r -> "From " + price(r) + pick(r, PERIODS),
          r -> pick(r, THINGS) + " " + price(r) + pick(r, PERIODS),
          r -> "Was " + price(r) + " now " + price(r),
          r -> price(r) + " - " + price(r),
          r ->
              digits(r, 1)
                  + "."
                  + digits(r, 2)
                  + " "
                  + digits(r, 2)
                  + "."
                  + digits(r, 2)
                  + " "
                  + digits(r, 2)
                  + ".99",
          r -> pick(r, BRANDS) + " " + digits(r, 5) + "-" + digits(r, 3) + "-" + letter(r),
          r -> pick(r, BRANDS) + " " + letter(r) + letter(r) + digits(r, 4) + "-" + digits(r, 3),
          r -> pick(r, BRANDS) + " 3" + digits(r, 5) + "-" + digits(r, 3),
          r -> letter(r) + letter(r) + "-" + digits(r, 3) + "-" + digits(r, 4) + "/" + digits(r, 2),
          r ->
              pick(r, BRANDS)
                  + " "
                  + letter(r)
                  + letter(r)
                  + "."
                  + digits(r, 2)
                  + "/"
                  + digits(r, 2),
          r -> "Art.-Nr. " + digits(r, 3) + "." + digits(r, 3) + "." + digits(r, 3),
          r -> "Order " + digits(r, 3) + "-" + digits(r, 3) + "-" + digits(r, 4),
          r -> "Your order no. " + digits(r, 3) + "-" + digits(r, 7) + "-" + digits(r, 5),
          r -> "Order #" + digits(r, 9) + " has shipped",
          r -> "Bestellnummer: 1" + digits(r, 9),
          r -> "Ref.no " + digits(r, 8) + ", batch " + digits(r, 7),
          r -> "Invoice " + digits(r, 4) + "-" + digits(r, 6),
          r -> "UPS 1Z" + digits(r, 3) + "AA" + digits(r, 10),
          r -> "Tracking " + digits(r, 12),
          r -> "ISBN " + isbn(r),
          r -> pick(r, BRANDS) + " " + gs1(r, 13),
          r -> "SKU: " + digits(r, 4) + "." + digits(r, 3) + "." + digits(r, 3),
          r -> "LEGO " + digits(r, 7) + "-1",
          r -> "IKEA " + digits(r, 3) + "." + digits(r, 3) + "." + digits(r, 2),
          r -> "Sizes " + run(r, " "),
          r -> "EU " + run(r, "-"),
          r -> "Available in " + run(r, "/") + " ml",
          r -> pick(r, BRANDS) + " 24-70 mm f/2.8 and 70-200 mm f/4",
          r -> "Lenses 24-70 70-200 100-400",
          r ->
              digits(r, 1)
                  + "."
                  + digits(r, 1)
                  + " x "
                  + digits(r, 2)
                  + " x "
                  + digits(r, 2)
                  + " cm, "
                  + digits(r, 1)
                  + "."
                  + digits(r, 2)
                  + "kg/box",
          r -> "225/45 R17 94W, " + digits(r, 1) + ".1t",
          r -> "Cable " + digits(r, 1) + ".0m, " + digits(r, 2) + ".1v",
          r -> "Learn " + pick(r, TECHNOLOGIES) + " in 30 days",
          r -> pick(r, TECHNOLOGIES) + " and " + pick(r, TECHNOLOGIES),
          r ->
              "Version "
                  + digits(r, 1)
                  + "."
                  + digits(r, 1)
                  + "."
                  + digits(r, 2)
                  + "."
                  + digits(r, 1),
          r -> "Firmware v" + digits(r, 1) + "." + digits(r, 2) + "." + digits(r, 1),
          r -> "Open Mo-Fr 9.00-18.30, Sa 10.00-14.00",
          r -> "Sale 01.12.26-24.12.26",
          r -> "Offer ends 24.12.2026 at 23.59",
          r -> digits(r, 2) + "% off, incl.tax, min.order 5 pcs.",
          r -> "Net weight " + digits(r, 3) + " g. net",
          r -> "No.5/Box, approx.5kg/box, fl.oz/bottle",
          r -> "1" + digits(r, 2) + " 000 000 sold since 2019",
          r -> "4." + digits(r, 2) + "/5 stars, " + digits(r, 4) + " reviews",
          r -> "Room " + run(r, "-") + ", " + pick(r, THINGS),
          r -> pick(r, THINGS) + " (" + pick(r, BRANDS) + "), " + price(r));

  private ProductTexts() {}

  static List<String> of(long seed, int count) {
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      texts.add(SHAPES.get(at % SHAPES.size()).apply(random));
    }
    return texts;
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String price(Random random) {
    return pick(random, PRICES).formatted(1 + random.nextInt(99));
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
    while (digits.length() < count) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private static String letter(Random random) {
    return Character.toString('A' + random.nextInt(26));
  }

  /** Sizes in steps. */
  private static String run(Random random, String between) {
    int step = 1 + random.nextInt(2);
    int first = 30 + random.nextInt(10);
    List<String> sizes = new ArrayList<>();
    for (int size = 0; size < 4 + random.nextInt(4); size++) {
      sizes.add(Integer.toString(first + size * step));
    }
    return String.join(between, sizes);
  }

  private static String isbn(Random random) {
    String digits = gs1Of("978" + digits(random, 9));
    return digits.substring(0, 3)
        + "-"
        + digits.charAt(3)
        + "-"
        + digits.substring(4, 6)
        + "-"
        + digits.substring(6, 12)
        + "-"
        + digits.charAt(12);
  }

  private static String gs1(Random random, int length) {
    return gs1Of(digits(random, length - 1));
  }

  private static String gs1Of(String digits) {
    int sum = 0;
    for (int at = 0; at < digits.length(); at++) {
      sum += (digits.charAt(digits.length() - 1 - at) - '0') * (at % 2 == 0 ? 3 : 1);
    }
    return digits + (10 - sum % 10) % 10;
  }
}
