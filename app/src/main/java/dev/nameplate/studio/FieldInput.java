package dev.nameplate.studio;

import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import java.util.List;
import java.util.Optional;

/** The input of a field, with what was made of its value below it. */
final class FieldInput {
  private FieldInput() {}

  static Html of(Field field, TemplateView view) {
    Optional<FieldNote> note =
        Optional.ofNullable(view.fields().get(field.name())).map(FieldNote::of);
    return Html.of(
        """
        <div class="field"><label for="f-%s">%s <span>%s</span></label>
        %s
        <p class="why%s" id="why-%s" data-live>%s</p></div>
        """,
        field.name(),
        field.name(),
        field.kind().label() + (field.required() ? ", required" : ""),
        input(field, view),
        note.filter(FieldNote::turned).map(turned -> " turned").orElse(""),
        field.name(),
        note.map(FieldNote::text).orElse(""));
  }

  private static Html input(Field field, TemplateView view) {
    String value = view.values().getOrDefault(field.name(), "");
    List<String> likely = likely(field, view);
    return Html.of(
        "<input type=\"text\" id=\"f-%s\" name=\"%s\" value=\"%s\" placeholder=\"%s\"%s%s"
            + " data-field spellcheck=\"false\" aria-describedby=\"why-%s\">%s",
        field.name(),
        field.name(),
        value,
        placeholder(field),
        Html.when(
            field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.MONEY,
            new Html(" inputmode=\"decimal\"")),
        Html.when(!likely.isEmpty(), Html.of(" list=\"l-%s\"", field.name())),
        field.name(),
        Html.when(
            !likely.isEmpty(),
            Html.of(
                "<datalist id=\"l-%s\">%s</datalist>",
                field.name(), Html.each(likely, text -> Html.of("<option value=\"%s\">", text)))));
  }

  /** Values to choose from; any other may be typed, since any may arrive. */
  private static List<String> likely(Field field, TemplateView view) {
    return switch (field.kind()) {
      case CHOICE -> field.options();
      case IMAGE ->
          view.card().template().assets().stream()
              .map(path -> path.replaceFirst("^assets/", ""))
              .sorted()
              .toList();
      default -> List.of();
    };
  }

  private static String placeholder(Field field) {
    return field.fallback().orElse(field.kind() == FieldKind.DATE ? "2026-09-24" : "");
  }
}
