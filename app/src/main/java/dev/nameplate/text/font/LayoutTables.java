package dev.nameplate.text.font;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads and changes the scripts, language systems and features in a font's tables GSUB and GPOS
 * (OpenType, "OpenType Layout common table formats").
 *
 * <p>A script has a default language system and others by language. The JDK's shaper always uses
 * the default one, and has no features to choose but kerning and ligatures. To select a language,
 * the script's offset of its default language system is replaced by that of the language; to turn a
 * feature on, it gets the tag of one that is always on. Neither changes a glyph, a lookup or the
 * length of the file.
 */
final class LayoutTables {
  private static final int GSUB = tag("GSUB");
  private static final int GPOS = tag("GPOS");
  private static final int TABULAR = tag("tnum");

  /** Required contextual alternates: on in every horizontal text, in hardly any font. */
  private static final int ALWAYS_ON = tag("rclt");

  /**
   * Features that are on in every script; a feature may take the tag of one that the font lacks.
   */
  private static final List<Integer> ON = tags("rclt clig rlig ccmp calt locl");

  /** Scripts that the JDK's shaper does not know, so that it uses {@code DFLT}. */
  private static final Set<Integer> UNKNOWN =
      Set.copyOf(tags("nko adlm rohg java bali sund cakm mtei wara"));

  /** Features that the Universal Shaping Engine applies to the parts of a syllable. */
  private static final List<Integer> SYLLABLE = tags("abvs blwf blws pres pstf psts");

  private static final int SHARED = tag("DFLT");

  private static final int HEADER = 12;
  private static final int TABLE_ENTRY = 16;
  private static final int RECORD = 6;

  private final ByteBuffer file;

  private LayoutTables(ByteBuffer file) {
    this.file = file;
  }

  /**
   * The tables of a file with one font; a file without them has no scripts.
   *
   * @param file changed by {@link #prefer}
   */
  static LayoutTables of(byte[] file) {
    return new LayoutTables(ByteBuffer.wrap(file));
  }

  /**
   * What a font offers besides its default.
   *
   * @param languages OpenType tags of the languages with a language system
   * @param tabular whether it has tabular digits ({@code tnum})
   * @param aid what the JDK's shaper does not do for its script
   */
  record Offer(Set<String> languages, boolean tabular, FontSource.Aid aid) {
    Offer {
      languages = Set.copyOf(languages);
    }

    /** Whether text in these forms may differ from the font's default. */
    boolean differs(Forms forms) {
      return (forms.tabular() && tabular)
          || (forms.joining().isPresent() && aid == FontSource.Aid.JOINING)
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
    FontSource.Aid aid = FontSource.Aid.NONE;
    if (unknownScript().isPresent()) {
      boolean joins = has(tag(Joining.MEDIAL.feature()));
      aid = joins ? FontSource.Aid.JOINING : FontSource.Aid.ORDER;
    }
    return new Offer(languages, has(TABULAR), aid);
  }

  private Optional<Script> unknownScript() {
    return table(GSUB).stream()
        .flatMap(table -> scripts(table).stream())
        .filter(script -> UNKNOWN.contains(script.tag()))
        .findFirst();
  }

  private boolean has(int feature) {
    return table(GSUB).stream().anyMatch(table -> features(table).containsKey(feature));
  }

  /** The position of the first record of each feature. */
  private Map<Integer, Integer> features(int table) {
    int list = table + unsigned(table + 6);
    Map<Integer, Integer> features = new HashMap<>();
    for (int feature = 0; feature < unsigned(list); feature++) {
      int at = list + 2 + RECORD * feature;
      features.putIfAbsent(file.getInt(at), at);
    }
    return features;
  }

  /**
   * Makes a script that the JDK's shaper does not know its default script, with the features of its
   * syllables turned on.
   */
  void shareScript() {
    for (int tag : new int[] {GSUB, GPOS}) {
      table(tag).ifPresent(this::shareScript);
    }
  }

  private void shareScript(int table) {
    List<Script> scripts = scripts(table);
    Optional<Script> unknown =
        scripts.stream().filter(script -> UNKNOWN.contains(script.tag())).findFirst();
    unknown.ifPresent(
        script -> {
          int offset = unsigned(script.record() + 4);
          file.putInt(scripts.get(0).record(), SHARED);
          file.putShort(scripts.get(0).record() + 4, (short) offset);
          Set<Integer> taken = features(table).keySet();
          Iterator<Integer> free = ON.stream().filter(tag -> !taken.contains(tag)).iterator();
          SYLLABLE.stream().filter(taken::contains).forEach(tag -> rename(table, tag, free.next()));
        });
  }

  private void rename(int table, int feature, int other) {
    int list = table + unsigned(table + 6);
    for (int index = 0; index < unsigned(list); index++) {
      int at = list + 2 + RECORD * index;
      if (file.getInt(at) == feature) {
        file.putInt(at, other);
      }
    }
  }

  /** Makes forms the font's default, script by script. */
  void prefer(Forms forms) {
    for (int tag : new int[] {GSUB, GPOS}) {
      table(tag).ifPresent(table -> prefer(scripts(table), forms.languages()));
    }
    if (forms.tabular()) {
      table(GSUB).ifPresent(table -> rename(table, TABULAR, ALWAYS_ON));
    }
    forms
        .joining()
        .ifPresent(
            form -> table(GSUB).ifPresent(table -> rename(table, tag(form.feature()), ALWAYS_ON)));
  }

  /**
   * Selects a language in every script; if the font has one script only, also in the default
   * script, which digits and shared signs use.
   */
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
   * @param record the position of its record in the list of scripts
   * @param at the position of its table
   */
  private record Script(int tag, int record, int at, List<System> systems) {
    Optional<System> system(String language) {
      return systems.stream().filter(system -> system.language().equals(language)).findFirst();
    }
  }

  /** A language system and its offset from the start of its script. */
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

  private static List<Integer> tags(String names) {
    return Arrays.stream(names.split(" ")).map(LayoutTables::tag).toList();
  }

  private static int tag(String name) {
    String padded = (name + "   ").substring(0, 4);
    return ByteBuffer.wrap(padded.getBytes(StandardCharsets.US_ASCII)).getInt();
  }
}
