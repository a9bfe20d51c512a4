package dev.nameplate.support;

import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips the tests of {@link RequiresTools} where a tool is missing, or fails them. */
final class RequiredTools implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), RequiresTools.class)
        .map(needed -> evaluate(List.of(needed.value())))
        .orElseGet(() -> ConditionEvaluationResult.enabled("no tool is needed"));
  }

  static ConditionEvaluationResult evaluate(List<String> names) {
    List<String> missing = names.stream().filter(name -> Tool.find(name).isEmpty()).toList();
    return missing.isEmpty()
        ? ConditionEvaluationResult.enabled("all tools are there")
        : ConditionEvaluationResult.disabled(String.join(", ", missing) + " not installed");
  }
}
