package dev.nameplate.snippet;

import java.util.Optional;

/** An alternative text as the content of a JavaScript template literal. */
record ScriptAlt() implements AltTextSyntax {
  @Override
  public String words(String text) {
    return text.replace("\\", "\\\\")
        .replace("`", "\\`")
        .replace("${", "\\${")
        .replace("<", "\\x3c");
  }

  @Override
  public String value(String field) {
    return "${" + PageScript.value(field) + "}";
  }

  @Override
  public Optional<String> either(String field, String there, String absent) {
    return Optional.of("${" + PageScript.value(field) + " ? `" + there + "` : `" + absent + "`}");
  }
}
