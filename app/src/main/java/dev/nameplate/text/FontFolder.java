package dev.nameplate.text;

import dev.nameplate.template.Once;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder of fonts on disk, described by its {@code fonts.json}. */
record FontFolder(Path folder) {
  /**
   * The fonts that the index names. Each file is read when its face is first asked for.
   *
   * @throws FontException where the index or a licence is missing or wrong
   */
  FontLibrary open() {
    FontIndex index = FontIndex.read(folder);
    Map<String, List<Face>> families = new LinkedHashMap<>();
    for (FontIndex.FamilyEntry family : index.families()) {
      requireFile(family.licence());
      families.put(family.name(), faces(family));
    }
    return new FontLibrary(families, index.fallback(), index.digest());
  }

  private List<Face> faces(FontIndex.FamilyEntry family) {
    return family.faces().stream()
        .sorted(Comparator.comparingInt(FontIndex.FaceEntry::weight))
        .map(entry -> new Face(family.name(), entry.weight(), new Once<>(() -> font(entry))))
        .toList();
  }

  /** The bytes that are checked are those that become the font. */
  private Font font(FontIndex.FaceEntry entry) {
    FontPlatform.prepare();
    Path file = requireFile(entry.file());
    try {
      byte[] bytes = Files.readAllBytes(file);
      String found = HexFormat.of().formatHex(Sha256.start().digest(bytes));
      if (!found.equals(entry.sha256())) {
        throw new FontException(
            file + " is not the file fonts.json describes: its sha256 is " + found);
      }
      return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
    } catch (IOException | FontFormatException unusable) {
      throw new FontException(file + " is no usable font", unusable);
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
