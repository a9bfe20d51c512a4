package dev.nameplate.merge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nameplate.merge.MergeFixture;
import dev.nameplate.template.field.AllowedContent;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.Fields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts may hold prose, prices and article numbers; web addresses and telephone numbers are
 * refused.
 */
final class TextPolicyTest {
  private static final Field NAME = Fields.of("name", FieldKind.NAME);
  private static final Field TEXT = Fields.of("title", FieldKind.TEXT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Booking.com",
        "evil.com",
        "Look at www.evil.com now",
        "www evil com",
        "http://evil.example",
        "https://evil.zzz",
        "HTTP://EVIL",
        "evil dot com",
        "evil [.] com",
        "e v i l . c o m",
        "еvil.соm",
        "Free at evil.shop today",
        "evil.de/win",
        "evil.zzz/win",
        "192.168.1.1",
        "ann@evil.com/path",
        "Call 0800 123 4567",
        "+49 151 1234 5678",
        "(555) 123-4567",
        "555-1234",
        "5551234567",
        "tel 555.123.4567",
        "٠١٢٣ ٤٥٦ ٧٨٩",
        "5️⃣5️⃣5️⃣-1️⃣2️⃣3️⃣4️⃣",
        "five five five one two three four",
        "ring five, five, five; one two three four"
      })
  void addressOrNumber_inAText_isRefused(String text) {
    assertThat(drawn(TEXT, text)).startsWith("refused;a ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mail us: a@b.co",
        "ann.lee@example.com",
        "ann.me@example.com",
        "50% off",
        "$100 off",
        "¥1,000 / $10",
        "1 000 000 €",
        "10.000.000",
        "2026-09-24",
        "24.9.2026",
        "24/09/2026 10:30",
        "Season 2025-2026",
        "2025/26",
        "Order 1234567",
        "size 41",
        "Node.js in action",
        "e.g. this one",
        "9 a.m. to 5 p.m.",
        "Thanks.In a week more",
        "First.Second",
        "St.Paris & Co.",
        "HTTP basics",
        "Polka dot dress",
        "Join the dots",
        "Room 12.5",
        "Version 3.10",
        "10:30",
        "Wow! 3 for 2",
        "Twenty-one",
        "one two three",
        "Ready? Go",
        "AT&T",
        "SÃO PAULO",
        "MÃE",
        "東京. 大阪",
        "«Bonjour». À bientôt",
        "C++ and C#"
      })
  void prose_passes(String text) {
    assertThat(drawn(TEXT, text)).isEqualTo("given");
  }

  /** What dots and digits do in the texts of shops. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "From €4.99/month",
        "$9.99/mo",
        "€4.99.",
        "4.99/mo",
        "$1.5k/yr",
        "$1.1k/yr",
        "$1.1b in sales",
        "Node.js in action",
        "ASP.NET 8",
        "asp.net developer",
        "Vue.js 3",
        "Node.js/Express",
        "1.2.3",
        "Version 10.2.1.4",
        "Learn .NET 8",
        ".NET 8 in depth",
        "Learn .NET MAUI",
        "C# and .NET",
        "K-Swiss 01098-102-M",
        "ISBN 978-3-16-148410-0",
        "978-3-16-148410-0",
        "ISBN 0-306-40615-2",
        "Order 123-456-7890",
        "Your order no. 123-456-7890",
        "Order #123-456-7890",
        "1Z 999 AA1 01 2345 6784",
        "UPS 1Z999AA10123456784",
        "UPS 1Z 999 AA1 01 2345 6784",
        "Sizes 36 37 38 39 40 41 42",
        "Sizes (36 37 38 39 40)",
        "12.99 14.99 19.99",
        "Nike 315115-112",
        "Levi's 00501-0101",
        "IKEA BILLY 002.638.50",
        "250 000 000 km",
        "50/100/250/500 ml",
        "Tamron 28-75 17-28",
        "Mo-Fr 9.00-18.00",
        "Sale 24.09.26-30.09.26",
        "Cable 1.0m",
        "PCIe 4.0/5.0",
        "802.11ac/ax",
        "St.Gallen/Zürich",
        "$3/sq.ft/month",
        "fl.oz/bottle",
        "incl.tax",
        "Polka dot shoes",
        "red dot design award",
        "Quantum dot tv",
        "Echo Dot speaker",
        "Fiat Punto sport",
        "Ref.no 1234",
        "Art.Nr. 123.456.789",
        "Net weight 500 g. net",
        "Foo Co.Ltd",
        "27.in monitor",
        "9.am to 5.pm",
        "EAN 4006381333931",
        "4006381333931",
        "Lot 12/24/36/48",
        "CAS 7732-18-5",
        "Order 555 123 4567 confirmed",
        "AB.12/34",
        "MX.K7.LL/A",
        "DHL 00340434161094042557",
        "IBAN DE89 3704 0044 0532 0130 00",
        "Part 0 986 494 123",
        "Makita 194093-8",
        "b.box bottle",
        "Last.fm radio",
        "will.i.am live",
        "Socket.io chat",
        "Kr.99/md",
        "Rs.500/month",
        "US$9.99/mo",
        "CHF 5.90/Mt.",
        "4,99 €/Monat",
        "£12.50/pp",
        "No.5/Box",
        "A/W 2026",
        "w/o sugar",
        "4.85/5 stars",
        "Wi-Fi 6E/7",
        "M.2/NVMe",
        "No.7 315115-112",
        "Art.no 1234567",
        "Windows 10.0.19.45",
        "12345-6789",
        "Contact lenses -2.50 8.6 14.2",
        "1.234.567.890 views"
      })
  void priceVersionProductOrNumber_inAText_passes(String text) {
    assertThat(drawn(TEXT, text)).isEqualTo("given");
  }

  /** What looks like one of those and is an address or a telephone number all the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "To order 555-123-4567",
        "Order 0800 123 4567",
        "Order 1-800-555-1234",
        "Order +49 151 1234567",
        "Order (555) 123-4567",
        "Call, order 555-123-4567",
        "My number: 555-123-4567",
        "Nr. 0151 1234567",
        "T.030-1234567",
        "TEL-030-1234567",
        "Win 06 12 34 56 78",
        "App 555.123.4567",
        "App 06.12.34.56.78",
        "089 12345-67",
        "0151 12345-67",
        "600 123 456",
        "6123 4567",
        "98765-43210",
        "213-555-1234",
        "8 800 555 35 35",
        "Ann 12 34 56 79",
        "1.2.3.4",
        "10.0.0.1/x",
        "evil.5hop/win",
        "evil.xn--p1ai",
        "evil.n3t/x",
        "evil .net",
        "EVIL .NET",
        "polka dot com",
        "red dot evil dot shop",
        "evil.com/4.99",
        "4.99.com",
        "incl.com",
        "order.shop",
        "asp.net.evil.ru",
        "evil.asp.net.co",
        "node.js.com",
        "www.4.99"
      })
  void addressOrNumber_amongOrdinaryWords_isRefused(String text) {
    assertThat(drawn(TEXT, text)).startsWith("refused;a ");
  }

  /** What security.md says that the policy does not detect, so that the page stays true. */
  @ParameterizedTest
  @ValueSource(
      strings = {"Order 555-123-4567", "WIN555-123-4567", "evil1.1t", "evil.js/x", "EVIL.Zzz/win"})
  void costOfTheRules_inAText_isAsTheDocsSay(String text) {
    assertThat(drawn(TEXT, text)).isEqualTo("given");
    assertThat(drawn(NAME, text)).isNotEqualTo("given");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bosch 2608577243", "Sony 4-548-736-11"})
  void articleNumber_likeATelephoneNumber_isRefused_untilItIsNamed(String text) {
    assertThat(drawn(TEXT, text)).isEqualTo("refused;a phone number");
    assertThat(drawn(TEXT, text.replace(" ", " part no. "))).isEqualTo("given");
  }

  @Test
  void textField_thatAllowsIt_drawsAddressOrNumber() {
    Field urls = allowing(AllowedContent.URL);
    Field phones = allowing(AllowedContent.PHONE);
    assertThat(drawn(urls, "shop.example.com")).isEqualTo("given");
    assertThat(drawn(urls, "0800 123 4567")).isEqualTo("refused;a phone number");
    assertThat(drawn(phones, "0800 123 4567")).isEqualTo("given");
    assertThat(drawn(phones, "shop.example.com")).isEqualTo("refused;a web address");
  }

  private static Field allowing(AllowedContent allowedContent) {
    return new Field(
        TEXT.name(),
        TEXT.kind(),
        TEXT.fallback(),
        TEXT.required(),
        TEXT.aliases(),
        TEXT.maxLength(),
        TEXT.letterCase(),
        TEXT.options(),
        TEXT.min(),
        TEXT.max(),
        TEXT.currency(),
        TEXT.input(),
        TEXT.hosts(),
        Set.of(allowedContent),
        TEXT.units(),
        TEXT.epoch(),
        TEXT.onlyInCodes(),
        TEXT.direction());
  }

  private static String drawn(Field field, String text) {
    return MergeFixture.reason(
        MergeFixture.template(field),
        field.name() + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }
}
