package dev.nameplate.text.font;

import com.ibm.icu.util.ULocale;
import dev.nameplate.util.Lazy;
import dev.nameplate.util.Sha256;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A folder of fonts on disk, described by its {@code fonts.json}. */
record FontFolder(Path folder) {
  /** The size at which a color font is shaped; any would do. */
  private static final int REFERENCE = 100;

  private static final String COLLECTION = ".ttc";

  /**
   * Opens the fonts that the index names. Each file is read when its face is first used.
   *
   * @throws FontException if the index, a font or a license is missing, or the index is wrong
   */
  FontLibrary open() {
    FontIndex index = FontIndex.read(folder);
    Set<String> color = Set.copyOf(index.fallback().families(FontFallback.EMOJI, ULocale.ROOT));
    Map<String, Supplier<List<Font>>> files = new HashMap<>();
    List<FontFamily> families = new ArrayList<>();
    for (FontIndex.FamilyEntry family : index.families()) {
      requireFile(family.license());
      boolean pictures = color.contains(family.name());
      List<Face> faces =
          family.faces().stream()
              .sorted(Comparator.comparingInt(FontIndex.FaceEntry::weight))
              .map(face -> pictures ? colorFace(family, face) : outlineFace(face, files))
              .toList();
      families.add(new FontFamily(family.name(), family.metrics(), faces, family.lazy()));
    }
    return new FontLibrary(families, index.fallback(), index.digest());
  }

  /**
   * A face of a font file. The fonts of a collection share one reading of their file; each has the
   * forms of its own region by default.
   */
  private Face outlineFace(FontIndex.FaceEntry face, Map<String, Supplier<List<Font>>> files) {
    requireFile(face.file());
    if (!face.file().endsWith(COLLECTION)) {
      FontFile file = new FontFile(() -> checked(face), bytes -> fonts(face, bytes).get(0));
      return new OutlineFace(face.weight(), face.ink(), file);
    }
    Supplier<List<Font>> file =
        files.computeIfAbsent(face.file(), name -> new Lazy<>(() -> fonts(face, checked(face))));
    FontSource member = FontSource.of(() -> file.get().get(face.member()));
    return new OutlineFace(face.weight(), face.ink(), member);
  }

  private Face colorFace(FontIndex.FamilyEntry family, FontIndex.FaceEntry face) {
    requireFile(face.file());
    return new ColorFace(
        face.weight(),
        () -> {
          byte[] bytes = checked(face);
          Font font = fonts(face, bytes).get(0).deriveFont((float) REFERENCE);
          return new ColorFace.File(font, CbdtStrike.of(family.name(), bytes));
        });
  }

  private static List<Font> fonts(FontIndex.FaceEntry face, byte[] bytes) {
    FontPlatform.prepare();
    try {
      List<Font> fonts = FontPlatform.fonts(bytes);
      if (face.member() >= fonts.size()) {
        throw new FontException(face.file() + " holds only " + fonts.size() + " fonts");
      }
      return fonts;
    } catch (IOException | FontFormatException unusable) {
      throw new FontException(face.file() + " is no usable font", unusable);
    }
  }

  /** The bytes of a file after their SHA-256 was checked. */
  private byte[] checked(FontIndex.FaceEntry face) {
    Path file = requireFile(face.file());
    try {
      byte[] bytes = Files.readAllBytes(file);
      String found = HexFormat.of().formatHex(Sha256.start().digest(bytes));
      if (!found.equals(face.sha256())) {
        throw new FontException(
            file + " is not the file fonts.json describes: its sha256 is " + found);
      }
      return bytes;
    } catch (IOException unreadable) {
      throw new FontException(file + " cannot be read", unreadable);
    }
  }

  private Path requireFile(String name) {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
      throw new FontException("fonts.json names " + name + ", which is not in " + folder);
    }
    return file;
  }
}
