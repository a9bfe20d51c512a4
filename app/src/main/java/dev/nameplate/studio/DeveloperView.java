package dev.nameplate.studio;

import dev.nameplate.snippet.client.ClientCode;
import dev.nameplate.snippet.client.ClientLanguage;
import dev.nameplate.snippet.client.ImageCall;

/**
 * The call of the API for what the page shows.
 *
 * @param language in which it is written
 * @param call with the values that were typed
 */
public record DeveloperView(ClientLanguage language, ImageCall call) {
  /** Returns the program that makes the call. */
  public String code() {
    return ClientCode.write(language, call);
  }
}
