package dev.nameplate.edit;

import dev.nameplate.template.TemplateId;
import dev.nameplate.template.font.FontFacts;
import dev.nameplate.template.font.TemplateFont;
import dev.nameplate.template.font.TemplateFonts;
import dev.nameplate.template.library.WritableTemplateFiles;
import dev.nameplate.text.font.FontLibrary;
import dev.nameplate.text.font.ScriptCoverage;
import dev.nameplate.util.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Adds fonts to a template's folder {@code fonts}, each with the text of its license beside it.
 * They lie there at once, where no recipient sees them before a layer names them; none is replaced.
 * Safe for many threads.
 */
public final class DraftFonts {
  /** The largest file, in bytes; larger ones are put into the folder by hand. */
  public static final int MAX_BYTES = 2 << 20;

  /** The longest license, in UTF-16 units. */
  public static final int MAX_LICENSE = 64 << 10;

  /** How many fonts a template may have where another is added. */
  private static final int MAX_FONTS = 12;

  private static final int ATTEMPTS = 3;

  private final WritableTemplateFiles files;
  private final DraftPictures pictures;
  private final FontLibrary library;

  /**
   * @param files of the templates
   * @param pictures read the fonts of drafts
   * @param library the fonts that every template has
   */
  public DraftFonts(WritableTemplateFiles files, DraftPictures pictures, FontLibrary library) {
    this.files = files;
    this.pictures = pictures;
    this.library = library;
  }

  /**
   * A family that texts can be set in.
   *
   * @param family its name, as templates write it
   * @param weights those that there are, in ascending order
   * @param own whether it is this template's
   */
  public record Choice(String family, List<Integer> weights, boolean own) {
    public Choice {
      weights = List.copyOf(weights);
    }
  }

  /** Returns the families that a template's texts can be set in: those of its own, then others. */
  public List<Choice> choices(TemplateId id) {
    TemplateFonts own = usable(id);
    List<Choice> choices = new ArrayList<>();
    library.with(own).families().stream()
        .filter(family -> !library.families().contains(family))
        .sorted()
        .map(family -> new Choice(family, library.with(own).weights(family), true))
        .forEach(choices::add);
    library.families().stream()
        .sorted()
        .map(family -> new Choice(family, library.weights(family), false))
        .forEach(choices::add);
    return choices;
  }

  /** Returns the fonts of a template that can be used. */
  public TemplateFonts usable(TemplateId id) {
    return new TemplateFonts(
        pictures.fonts(id).list().stream()
            .filter(font -> library.objection(font).isEmpty())
            .toList());
  }

  /** Returns which letters of some texts a family of a template's own has. */
  public List<ScriptCoverage> coverage(TemplateId id, String family, Collection<String> texts) {
    return library.with(usable(id)).coverage(family, texts);
  }

  /** What became of a file. */
  public sealed interface Result {
    /**
     * It is a font of the template now.
     *
     * @param font as the template has it
     */
    record Added(TemplateFont font) implements Result {}

    /**
     * It is refused; nothing was written.
     *
     * @param why a sentence: what was given, and what is taken
     */
    record Refused(String why) implements Result {}
  }

  /**
   * Adds a font.
   *
   * @param name of the file as its owner calls it; any text
   * @param file TTF or OTF by its content, whatever the name says
   * @param license the text that says who may use it
   * @throws java.io.UncheckedIOException where it cannot be written
   */
  public Result add(DraftState state, String name, byte[] file, String license) {
    String shown = FreshFile.shown(name);
    if (file.length > MAX_BYTES) {
      return new Result.Refused(
          shown
              + " has "
              + file.length
              + " bytes; at most "
              + MAX_BYTES
              + " are taken here: leave out scripts that nobody needs, or put it into fonts/ by"
              + " hand");
    }
    if (!(FontFacts.of(file) instanceof FontFacts.Usable facts)) {
      return new Result.Refused(
          shown
              + " is "
              + ((FontFacts.Unusable) FontFacts.of(file)).what()
              + "; taken are TTF and OTF, one weight a file");
    }
    if (license.isBlank() || license.length() > MAX_LICENSE) {
      return new Result.Refused(
          shown
              + " needs the text of its license, of at most "
              + MAX_LICENSE
              + " characters: it lies beside the font, so that who finds it knows what is allowed");
    }
    TemplateFont font = font("", "", facts, file);
    Optional<String> objection = library.objection(font);
    if (objection.isPresent()) {
      return new Result.Refused(
          shown + " is " + objection.get() + "; taken are fonts of a family of their own");
    }
    return written(state, FreshFile.base(name, "font"), font, license, facts.ending());
  }

  private static TemplateFont font(
      String path, String license, FontFacts.Usable facts, byte[] file) {
    return new TemplateFont(
        path, license, facts.family(), facts.weight(), file.length, Sha256.hex(file), file::clone);
  }

  private Result written(
      DraftState state, String base, TemplateFont font, String license, String ending) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      String fingerprint = files.fingerprint(state.id());
      List<TemplateFont> there = pictures.fonts(state.assetsOf()).list();
      Optional<TemplateFont> same = there.stream().filter(each -> isSame(each, font)).findFirst();
      if (same.isPresent() || there.size() >= MAX_FONTS) {
        return new Result.Refused(
            same.map(
                    each ->
                        "the template has %s %d already: %s"
                            .formatted(each.family(), each.weight(), each.path()))
                .orElse("the template has " + MAX_FONTS + " fonts already; remove some"));
      }
      Map<String, byte[]> all = new TreeMap<>(FreshFile.borrowed(files, state));
      Set<String> stems = new HashSet<>();
      files.paths(state.id(), TemplateFonts.FOLDER).forEach(path -> stems.add(stem(path)));
      all.keySet().forEach(path -> stems.add(stem(path)));
      String path = FreshFile.free(TemplateFonts.FOLDER + "/" + base, "", stems) + ending;
      String beside = TemplateFonts.licenseOf(path);
      all.put(path, font.file().get());
      all.put(beside, license.getBytes(StandardCharsets.UTF_8));
      if (files.write(state.id(), all, fingerprint)
          instanceof WritableTemplateFiles.WriteResult.Written) {
        return new Result.Added(
            new TemplateFont(
                path,
                beside,
                font.family(),
                font.weight(),
                font.bytes(),
                font.digest(),
                font.file()));
      }
    }
    return new Result.Refused("the template changes all the time; try again");
  }

  /** A path without its ending, since a font and its license differ in no more. */
  private static String stem(String path) {
    return path.replaceFirst("\\.[^./]*$", "");
  }

  private static boolean isSame(TemplateFont one, TemplateFont other) {
    return one.family().equals(other.family()) && one.weight() == other.weight();
  }
}
