package dev.nameplate.merge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/**
 * The table of endings against the Public Suffix List, which holds every label of the root zone.
 */
final class TopLevelDomainsTest {
  private static final Set<String> OURS = Set.of("crypto", "нет", "網絡");

  @Test
  void everyEnding_isOneOfTheRootZone() throws IOException {
    List<String> listed = new ArrayList<>(TopLevelDomains.listed("known"));
    listed.addAll(TopLevelDomains.listed("generic"));
    assertThat(listed).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    assertThat(listed).filteredOn(word -> !OURS.contains(word)).isSubsetOf(suffixes());
  }

  @Test
  void everyEnding_isFoundInAnyCase() {
    for (String word : TopLevelDomains.listed("known")) {
      assertThat(TopLevelDomains.kind(word)).isEqualTo(TopLevelDomains.Kind.KNOWN);
    }
    assertThat(TopLevelDomains.kind("SHOP")).isEqualTo(TopLevelDomains.Kind.GENERIC);
    assertThat(TopLevelDomains.kind("xn--p1ai")).isEqualTo(TopLevelDomains.Kind.KNOWN);
    assertThat(TopLevelDomains.kind("de")).isEqualTo(TopLevelDomains.Kind.COUNTRY);
    assertThat(TopLevelDomains.kind("js")).isEqualTo(TopLevelDomains.Kind.NONE);
  }

  /** The file's first four bytes are the length of its rules, one a line. */
  private static Set<String> suffixes() throws IOException {
    String file = "/okhttp3/internal/publicsuffix/PublicSuffixDatabase.list";
    try (DataInputStream in =
        new DataInputStream(Objects.requireNonNull(OkHttpClient.class.getResourceAsStream(file)))) {
      byte[] rules = in.readNBytes(in.readInt());
      return Set.of(new String(rules, StandardCharsets.UTF_8).split("\n"));
    }
  }
}
