package dev.nameplate.template.wording;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognizes conditions written in the syntax of another language and says how Liquid writes them.
 */
public final class ConditionHints {
  /** The syntax of a condition, for fault messages. */
  public static final String ALLOWED =
      "a condition: a field, one of == != > < >= <= contains, and a text in quotes, a number or"
          + " another field; more of them joined by and, or: tier == 'VIP' and points > 100";

  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

  private static final Map<Pattern, String> HINTS = new LinkedHashMap<>();

  static {
    hint("\\{\\{|\\}\\}", "a condition without {{ }}: tier == 'VIP'");
    hint("%\\}|[{}]", ALLOWED);
    hint("&&", "and in place of &&: tier == 'VIP' and points > 100");
    hint("\\|\\|", "or in place of ||: tier == 'VIP' or points > 100");
    hint("\\|", "a condition without filters: tier == 'VIP' and points > 100");
    hint("[\u2018\u2019\u201c\u201d\u00ab\u00bb]", "straight quotes around a text: tier == 'VIP'");
    hint("===|!==", "== for equal and != for not: tier == 'VIP'");
    hint("<>|=!", "!= for not equal: tier != 'VIP'");
    hint("=[<>]", "<= or >=: points >= 100");
    hint("(?<![=!<>])=(?!=)", "== for equal: tier == 'VIP'");
    hint("!(?!=)|^\\s*not\\s|\\s(?:and|or)\\s+not\\s", "!= for not: tier != 'VIP', name == nil");
    hint("\\s(?:is|eq|equals)\\s", "== for equal: tier == 'VIP'");
    hint("['\"]", "a quote at both ends of a text: tier == 'VIP'");
  }

  private ConditionHints() {}

  private static void hint(String pattern, String allowed) {
    HINTS.put(Pattern.compile(pattern), allowed);
  }

  /**
   * What to write instead, for {@code TemplateFault.allowed}.
   *
   * @param source the condition as the author wrote it; text in quotes is ignored
   * @return empty where no foreign syntax was found
   */
  public static Optional<String> of(String source) {
    String outside = QUOTED.matcher(source).replaceAll("1");
    return HINTS.entrySet().stream()
        .filter(hint -> hint.getKey().matcher(outside).find())
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
