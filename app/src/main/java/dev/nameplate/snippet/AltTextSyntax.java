package dev.nameplate.snippet;

import java.util.Optional;

/** How the parts of an alternative text are written in a snippet. */
interface AltTextSyntax {
  /** An author's words. */
  String words(String text);

  /** The value of a field that something fills. */
  String value(String field);

  /** One text where a field has a value, and another; empty where that cannot be said. */
  Optional<String> either(String field, String there, String absent);
}
