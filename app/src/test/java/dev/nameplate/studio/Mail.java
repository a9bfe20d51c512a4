package dev.nameplate.studio;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends a mail as the tools do: puts values where its tags are. Written from the tools' own rules,
 * knowing nothing of how snippets are made.
 *
 * @param values by the name inside a tag; one that is not there is empty
 */
public record Mail(Map<String, String> values) {
  private static final String TEXT = "((?:(?!\\{% |\\{\\{#if|\\*\\|IF|\\[if:|%%\\[IF).)*?)";

  private static final String NAME = "((?:\\$\\{[^}]*}|[^%{}*\\]])+?)";

  private static final Pattern[] BRANCHES = {
    branch("\\{% if " + NAME + "(?: != blank)? %}", "\\{% else %}", "\\{% endif %}"),
    branch("\\{\\{#if " + NAME + "}}", "\\{\\{else}}", "\\{\\{/if}}"),
    branch("\\*\\|IF:" + NAME + "\\|\\*", "\\*\\|ELSE:\\|\\*", "\\*\\|END:IF\\|\\*"),
    branch("\\[if:" + NAME + "]", "\\[else]", "\\[endif]"),
    branch("%%\\[IF NOT EMPTY\\(\\[" + NAME + "]\\) THEN]%%", "%%\\[ELSE]%%", "%%\\[ENDIF]%%")
  };

  private static final Pattern[] ENCODED = {
    Pattern.compile("\\{\\{#urlEncode}}\\{\\{(.+?)}}\\{\\{/urlEncode}}"),
    Pattern.compile("%%=URLEncode\\(\\[(.+?)],1,1\\)=%%"),
    Pattern.compile("\\*\\|URL:(.+?)\\|\\*"),
    Pattern.compile(
        "\\{\\{ ?([^{}]*(?:\\$\\{[^}]*})?[^{}|]*?(?:\\|lookup:'[^']*')?) ?\\|"
            + " ?(?:urlencode|url_encode) ?}}")
  };

  private static final Pattern[] PLAIN = {
    Pattern.compile(
        "\\{\\{ ?([^{}|]*(?:\\$\\{[^}]*})?(?:\\|lookup:'[^']*')?) ?(?:\\| escape ?)?}}"),
    Pattern.compile("\\*\\|([A-Z0-9_]+)\\|\\*"),
    Pattern.compile("%%([A-Za-z]+)%%"),
    Pattern.compile("\\[\\[([A-Z_]+)]]"),
    Pattern.compile("\\[([a-z_]+)]"),
    Pattern.compile("\\{\\$([a-z_]+)}"),
    Pattern.compile("%recipient\\.([a-z_]+)%"),
    Pattern.compile("%([A-Z][A-Z_]+)%")
  };

  /** What a recipient's program gets. */
  public String sent(String draft) {
    String mail = draft;
    for (Pattern branch : BRANCHES) {
      for (Matcher m = branch.matcher(mail); m.find(); m = branch.matcher(mail)) {
        String text = value(m.group(1)).isEmpty() ? m.group(3) : m.group(2);
        mail = mail.substring(0, m.start()) + text + mail.substring(m.end());
      }
    }
    for (Pattern form : ENCODED) {
      mail =
          form.matcher(mail)
              .replaceAll(
                  found ->
                      Matcher.quoteReplacement(
                          URLEncoder.encode(value(found.group(1)), StandardCharsets.UTF_8)));
    }
    for (Pattern form : PLAIN) {
      mail = form.matcher(mail).replaceAll(this::quoted);
    }
    return mail;
  }

  private String quoted(MatchResult found) {
    return Matcher.quoteReplacement(value(found.group(1)));
  }

  private String value(String reference) {
    String name =
        reference
            .strip()
            .replaceFirst("^(contact|customer|subscriber|lead|custom_attribute)\\.", "")
            .replaceFirst("^person\\|lookup:'(.*)'$", "$1")
            .replaceFirst("^\\$\\{(.*)}$", "$1");
    return values.getOrDefault(name, "");
  }

  private static Pattern branch(String test, String otherwise, String end) {
    return Pattern.compile(test + TEXT + otherwise + TEXT + end);
  }
}
