package dev.nameplate.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scripts, language systems and features of a font: the heads of its tables GSUB and GPOS
 * (OpenType, "OpenType Layout common table formats").
 *
 * <p>A script holds a default language system and further ones by language. The JDK's shaper always
 * takes the default one and can be asked for no feature but kerning and ligatures. So that it does
 * what a language or a style asks, the script's reference to its default language system is made to
 * point to the language's, and a feature that is off is given the tag of one that is always on.
 * Neither changes a glyph, a lookup or the length of the file.
 */
final class LayoutTables {
  private static final int GSUB = tag("GSUB");
  private static final int GPOS = tag("GPOS");
  private static final int TABULAR = tag("tnum");

  /** Required contextual alternates: on in every horizontal text, in hardly any font. */
  private static final int ALWAYS_ON = tag("rclt");

  private static final int SHARED = tag("DFLT");

  private static final int HEADER = 12;
  private static final int TABLE_ENTRY = 16;
  private static final int RECORD = 6;

  private final ByteBuffer file;

  private LayoutTables(ByteBuffer file) {
    this.file = file;
  }

  /**
   * The tables of a file that holds one font; a file without them has no scripts.
   *
   * @param file changed by {@link #prefer}
   */
  static LayoutTables of(byte[] file) {
    return new LayoutTables(ByteBuffer.wrap(file));
  }

  /**
   * What a font offers beside its default.
   *
   * @param languages OpenType tags of the languages that have a language system
   * @param tabular whether it has digits that are all as wide as each other
   */
  record Offer(Set<String> languages, boolean tabular) {
    Offer {
      languages = Set.copyOf(languages);
    }

    /** Whether text in these forms may look other than in the font's default. */
    boolean differs(Forms forms) {
      return (forms.tabular() && tabular)
          || forms.languages().stream().anyMatch(languages::contains);
    }
  }

  /** What the font offers. */
  Offer offer() {
    Set<String> languages = new HashSet<>();
    for (int tag : new int[] {GSUB, GPOS}) {
      table(tag).stream()
          .flatMap(table -> scripts(table).stream())
          .flatMap(script -> script.systems().stream())
          .forEach(system -> languages.add(system.language()));
    }
    return new Offer(languages, table(GSUB).stream().anyMatch(this::hasTabular));
  }

  /** Makes forms the font's default, script by script. */
  void prefer(Forms forms) {
    for (int tag : new int[] {GSUB, GPOS}) {
      table(tag).ifPresent(table -> prefer(scripts(table), forms.languages()));
    }
    if (forms.tabular()) {
      table(GSUB).ifPresent(this::turnOnTabular);
    }
  }

  /** Digits and signs that scripts share follow the font's only script. */
  private void prefer(List<Script> scripts, List<String> languages) {
    List<Script> own = scripts.stream().filter(script -> script.tag() != SHARED).toList();
    for (Script script : own) {
      languages.stream()
          .flatMap(language -> script.system(language).stream())
          .findFirst()
          .ifPresent(system -> file.putShort(script.at(), (short) system.offset()));
    }
    if (own.size() == 1 && languages.stream().anyMatch(tag -> own.get(0).system(tag).isPresent())) {
      scripts.stream()
          .filter(script -> script.tag() == SHARED)
          .forEach(
              shared ->
                  file.putShort(shared.record() + 4, (short) unsigned(own.get(0).record() + 4)));
    }
  }

  /**
   * A script.
   *
   * @param record where the list of scripts names it
   * @param at where it lies
   */
  private record Script(int tag, int record, int at, List<System> systems) {
    Optional<System> system(String language) {
      return systems.stream().filter(system -> system.language().equals(language)).findFirst();
    }
  }

  /** A language and where its system lies, from the start of its script. */
  private record System(String language, int offset) {}

  private List<Script> scripts(int table) {
    List<Script> scripts = new ArrayList<>();
    int list = table + unsigned(table + 4);
    for (int entry = 0; entry < unsigned(list); entry++) {
      int record = list + 2 + RECORD * entry;
      int script = list + unsigned(record + 4);
      List<System> systems = new ArrayList<>();
      for (int language = 0; language < unsigned(script + 2); language++) {
        int at = script + 4 + RECORD * language;
        systems.add(new System(text(at), unsigned(at + 4)));
      }
      scripts.add(new Script(file.getInt(record), record, script, systems));
    }
    return scripts;
  }

  private boolean hasTabular(int table) {
    int features = table + unsigned(table + 6);
    for (int feature = 0; feature < unsigned(features); feature++) {
      if (file.getInt(features + 2 + RECORD * feature) == TABULAR) {
        return true;
      }
    }
    return false;
  }

  private void turnOnTabular(int table) {
    int features = table + unsigned(table + 6);
    for (int feature = 0; feature < unsigned(features); feature++) {
      int at = features + 2 + RECORD * feature;
      if (file.getInt(at) == TABULAR) {
        file.putInt(at, ALWAYS_ON);
      }
    }
  }

  private Optional<Integer> table(int tag) {
    int count = unsigned(4);
    for (int table = 0; table < count; table++) {
      int entry = HEADER + TABLE_ENTRY * table;
      if (file.getInt(entry) == tag) {
        return Optional.of(file.getInt(entry + 8));
      }
    }
    return Optional.empty();
  }

  private String text(int at) {
    byte[] tag = new byte[4];
    file.get(at, tag);
    return new String(tag, StandardCharsets.US_ASCII).strip();
  }

  private int unsigned(int at) {
    return Short.toUnsignedInt(file.getShort(at));
  }

  private static int tag(String name) {
    return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
  }
}
