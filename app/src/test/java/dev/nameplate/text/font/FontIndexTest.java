package dev.nameplate.text.font;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The digest of the fonts, which is part of every ETag. */
final class FontIndexTest {
  private static final FontIndex.FaceEntry FACE =
      new FontIndex.FaceEntry(400, "a.ttf", 0, "00ff", 1.0);
  private static final FontFallback.Rule RULE =
      new FontFallback.Rule(Set.of("Latn", "Cyrl"), Set.of("ja"), List.of("A"));

  private static FontIndex.FamilyEntry family(String name, String licence) {
    return new FontIndex.FamilyEntry(
        name, licence, false, new FontMetricsHint(0.5, 0.7), List.of(FACE));
  }

  private static FontIndex index(FontIndex.FamilyEntry family, FontFallback.Rule... rules) {
    return new FontIndex(List.of(family), new FontFallback(List.of(rules)));
  }

  @Test
  void digest_isOfBytesThatAreSpecified_notOfARecordsText() {
    assertThat(index(family("A", "OFL.txt"), RULE).digest())
        .isEqualTo("40153e8f03d66f923f067d5b73eb458bd016323bfd308221173260de80d73944");
  }

  @Test
  void digest_differsWithEveryPart() {
    FontIndex.FamilyEntry plain = family("A", "OFL.txt");
    FontMetricsHint fontMetricsHint = plain.metrics();
    List<FontIndex> indexes =
        List.of(
            index(plain, RULE),
            index(plain),
            index(plain, RULE, RULE),
            index(family("A", "OFL.txt2"), RULE),
            index(
                new FontIndex.FamilyEntry("A", "OFL.txt", true, fontMetricsHint, List.of(FACE)),
                RULE),
            index(
                new FontIndex.FamilyEntry(
                    "A", "OFL.txt", false, new FontMetricsHint(0.5, 0.71), List.of(FACE)),
                RULE),
            index(
                new FontIndex.FamilyEntry(
                    "A", "OFL.txt", false, new FontMetricsHint(0.51, 0.7), List.of(FACE)),
                RULE),
            index(
                new FontIndex.FamilyEntry("A", "OFL.txt", false, fontMetricsHint, List.of()), RULE),
            index(with(new FontIndex.FaceEntry(401, "a.ttf", 0, "00ff", 1.0)), RULE),
            index(with(new FontIndex.FaceEntry(400, "b.ttf", 0, "00ff", 1.0)), RULE),
            index(with(new FontIndex.FaceEntry(400, "a.ttf", 1, "00ff", 1.0)), RULE),
            index(with(new FontIndex.FaceEntry(400, "a.ttf", 0, "00fe", 1.0)), RULE),
            index(with(new FontIndex.FaceEntry(400, "a.ttf", 0, "00ff", 0.5)), RULE),
            index(plain, new FontFallback.Rule(Set.of("Latn"), Set.of("ja"), List.of("A"))),
            index(plain, new FontFallback.Rule(Set.of("Latn", "Cyrl"), Set.of(), List.of("A"))),
            index(plain, new FontFallback.Rule(Set.of("Latn", "Cyrl"), Set.of("ja"), List.of())));
    Set<String> digests = new HashSet<>();
    indexes.forEach(index -> digests.add(index.digest()));
    assertThat(digests).hasSameSizeAs(indexes);
  }

  @Test
  void digest_tellsWhereOnePartEndsAndTheNextBegins() {
    assertThat(index(family("A", "BC")).digest()).isNotEqualTo(index(family("AB", "C")).digest());
    assertThat(index(family("A", "B\nC")).digest())
        .isNotEqualTo(index(family("A\nB", "C")).digest());
  }

  @Test
  void digest_doesNotGoByTheOrderOfSets() {
    Set<String> other = new LinkedHashSet<>(List.of("Cyrl", "Latn"));
    assertThat(
            index(family("A", "L"), new FontFallback.Rule(other, Set.of("ja"), List.of("A")))
                .digest())
        .isEqualTo(index(family("A", "L"), RULE).digest());
  }

  private static FontIndex.FamilyEntry with(FontIndex.FaceEntry face) {
    return new FontIndex.FamilyEntry(
        "A", "OFL.txt", false, new FontMetricsHint(0.5, 0.7), List.of(face));
  }
}
