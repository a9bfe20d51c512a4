package dev.nameplate.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder of fonts on disk, described by its {@code fonts.json}. */
record FontFolder(Path folder) {
  /** The shape of {@code fonts.json}. */
  record Index(List<FamilyEntry> families, List<String> fallback) {}

  /** A family and the file that holds its licence. */
  record FamilyEntry(String name, String licence, List<FaceEntry> faces) {}

  /** A weight, its file below the folder and the file's SHA-256 in hex. */
  record FaceEntry(int weight, String file, String sha256) {}

  FontLibrary load() {
    FontPlatform.prepare();
    Index index = index();
    Map<String, List<Face>> families = new LinkedHashMap<>();
    MessageDigest digest = sha256();
    for (FamilyEntry family : index.families()) {
      requireFile(family.licence());
      List<Face> faces = new ArrayList<>();
      for (FaceEntry entry : family.faces()) {
        faces.add(new Face(family.name(), entry.weight(), font(entry)));
        update(digest, family.name() + "/" + entry.weight() + "/" + entry.sha256());
      }
      faces.sort(Comparator.comparingInt(Face::weight));
      families.put(family.name(), faces);
    }
    for (String name : index.fallback()) {
      if (!families.containsKey(name)) {
        throw new FontException("fonts.json: fallback names '" + name + "', which is no family");
      }
      update(digest, name);
    }
    return new FontLibrary(families, index.fallback(), HexFormat.of().formatHex(digest.digest()));
  }

  private Index index() {
    Path file = folder.resolve("fonts.json");
    try {
      return new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .readValue(Files.readAllBytes(file), Index.class);
    } catch (JsonProcessingException wrong) {
      throw new FontException(file + ": " + wrong.getOriginalMessage(), wrong);
    } catch (IOException missing) {
      throw new FontException(
          file + " cannot be read; NAMEPLATE_FONTS names the folder that holds it", missing);
    }
  }

  private Font font(FaceEntry entry) {
    Path file = requireFile(entry.file());
    try {
      byte[] bytes = Files.readAllBytes(file);
      String found = HexFormat.of().formatHex(sha256().digest(bytes));
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

  private static void update(MessageDigest digest, String part) {
    digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java runtime has SHA-256", absent);
    }
  }
}
