package dev.nameplate.merge.tag;

import dev.nameplate.template.LayerWalk;
import dev.nameplate.template.Template;
import dev.nameplate.template.TemplateCheck;
import dev.nameplate.template.fault.TemplateFault;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.layer.BarcodeLayer;
import dev.nameplate.template.layer.CountdownLayer;
import dev.nameplate.template.layer.Layer;
import dev.nameplate.template.layer.QrLayer;
import dev.nameplate.template.layer.TextLayer;
import dev.nameplate.template.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks that a template's own words hold no merge tags of an email platform: nothing would fill
 * them in, so every recipient would read them. The same tags count as in values ({@link
 * MergeTags}); weak delimiters around a declared field's name count anywhere in the words.
 */
public final class TagCheck implements TemplateCheck {
  @Override
  public List<TemplateFault> faults(Template template) {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Field field : template.fields().values()) {
      names.add(field.name());
      names.addAll(field.aliases());
    }
    List<TemplateFault> faults = new ArrayList<>();
    Words words = new Words(template.id() + "/template.json", names, faults);
    words.check("$.alt", template.alt());
    for (LayerWalk.Stop stop : LayerWalk.of(template)) {
      check(stop.path(), stop.layer(), words);
    }
    return faults.stream().distinct().toList();
  }

  private static void check(String path, Layer layer, Words words) {
    if (layer instanceof TextLayer text) {
      words.check(path + ".text", text.wordings());
    } else if (layer instanceof QrLayer qr) {
      words.checkPayload(path + ".data", qr.data());
    } else if (layer instanceof BarcodeLayer barcode) {
      words.checkPayload(path + ".data", barcode.data());
    } else if (layer instanceof CountdownLayer countdown) {
      check(path, countdown, words);
    }
  }

  private static void check(String path, CountdownLayer layer, Words words) {
    if (layer.face() instanceof CountdownLayer.Clock clock) {
      words.check(path + ".ended", clock.ended());
      clock
          .labels()
          .values()
          .forEach(label -> label.forms().values().forEach(w -> words.check(path + ".labels", w)));
    } else {
      ((CountdownLayer.Words) layer.face())
          .byState()
          .values()
          .forEach(said -> said.forms().values().forEach(w -> words.check(path + ".text", w)));
    }
  }

  /**
   * Checks the words of one template file and collects the faults.
   *
   * @param file the file's path below the templates' folder, for faults
   * @param names of the declared fields and their aliases
   * @param faults where faults are added
   */
  private record Words(String file, Set<String> names, List<TemplateFault> faults) {
    void check(String path, List<Wording> ladder) {
      for (int at = 0; at < ladder.size(); at++) {
        String place = ladder.size() == 1 ? path : path + "[" + at + "]";
        List<String> literals = ladder.get(at).literals();
        boolean whole = ladder.get(at).fields().isEmpty();
        literals.stream()
            .flatMap(text -> TemplateTags.in(text, names, whole).stream())
            .findFirst()
            .ifPresent(tag -> add(place, tag));
      }
    }

    /** Checks the payload of a code, in which percent-encoded bytes are no tags. */
    void checkPayload(String path, Wording payload) {
      payload.literals().stream()
          .map(text -> text.replaceAll("%[0-9A-Fa-f]{2}", " "))
          .flatMap(text -> TemplateTags.in(text, names, false).stream())
          .findFirst()
          .ifPresent(tag -> add(path, tag));
    }

    /** The declared field that a tag's word means, or a name to declare if there is none. */
    private String fieldName(String word) {
      String plain = FieldWords.plain(word);
      String instead = FieldWords.isNameWord(word) || !plain.matches("[a-z]\\w*") ? "name" : plain;
      return names.stream()
          .filter(name -> FieldWords.plain(name).equals(plain))
          .findFirst()
          .orElse(instead);
    }

    private void add(String path, TemplateTags.Tag tag) {
      String name = fieldName(tag.word());
      String declared = names.contains(name) ? "" : ", and declare it in fields";
      faults.add(
          new TemplateFault(
              file,
              path,
              "'" + tag.text() + "', a sending tool's tag, which nothing fills in here",
              "write {{ "
                  + name
                  + " }}"
                  + declared
                  + "; the tag belongs in the picture's address"));
    }
  }
}
