package io.fairlead.methods.framework;

import java.time.ZoneId;
import java.util.Locale;

/// Who a framework belongs to.
///
/// @param zone in which its dates begin and end
public record Organisation(String name, ZoneId zone, Locale locale) {}
