package dev.nameplate.api;

import dev.nameplate.access.token.Scope;
import dev.nameplate.template.Template;
import java.util.List;
import java.util.function.ToIntFunction;

/** Forgets the remote pictures of a template, so that they are fetched anew. */
public final class RefreshTemplate {
  private final TemplateCatalog templates;
  private final ToIntFunction<Template> forget;

  /**
   * @param forget forgets what was fetched for a template, and what was made of it, and returns how
   *     many pictures that were
   */
  public RefreshTemplate(TemplateCatalog templates, ToIntFunction<Template> forget) {
    this.templates = templates;
    this.forget = forget;
  }

  /**
   * What was done.
   *
   * @param template the id
   * @param forgotten how many remote pictures were forgotten, 0 or more
   */
  public record Result(String template, int forgotten) {}

  /**
   * Forgets the remote pictures of a template on this node.
   *
   * @param id of the template
   * @throws ApiException if there is no such template, if it is not for this caller, or if the
   *     caller may not change templates
   */
  public Result run(String id, Caller caller) {
    caller.require(Scope.TEMPLATES_WRITE);
    Template template = templates.require(TemplateRef.of(id, "$"), "$", caller, List.of());
    return new Result(template.id(), forget.applyAsInt(template));
  }
}
