package dev.nameplate.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that need programs of others. Where one is missing they are skipped, and the runner says
 * so; with {@code NAMEPLATE_CHECKERS=required} they fail.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiredTools.class)
public @interface RequiresTools {
  /** The programs' names on the search path. */
  String[] value();
}
