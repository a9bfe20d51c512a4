package dev.nameplate.http.image;

/**
 * The settings of picture requests.
 *
 * @param maxTarget the longest request target, in characters
 * @param faultStatusOk whether authors' mistakes are answered with 200 instead of their own status
 */
public record ImageHttpSettings(int maxTarget, boolean faultStatusOk) {}
