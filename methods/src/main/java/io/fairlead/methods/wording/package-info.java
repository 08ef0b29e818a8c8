/// How objectives and key results are worded: what a sentence says (a task or an outcome, what it
/// measures, from where and to where), and explained findings on it. The words and small forms of a
/// language are data, a resource each; the rules are one. Judges sentences, never people, and gives
/// no score; knows no calendar but the dates it is given.
@NullMarked
package io.fairlead.methods.wording;

import org.jspecify.annotations.NullMarked;
