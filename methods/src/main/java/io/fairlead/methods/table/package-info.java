/// Tables that people make in spreadsheets: decoding, separators, quotes, limits, and cells that a
/// spreadsheet would take for formulas. Knows rows and columns, and nothing of what they mean;
/// reads no file, only the bytes or the text it is given.
@NullMarked
package io.fairlead.methods.table;

import org.jspecify.annotations.NullMarked;
