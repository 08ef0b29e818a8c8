/// How far people who judge the same things agree: whether a rubric measures the samples or the
/// people who score them. For rounds and instruments; what may be shown of it to whom is not
/// decided here. What cannot be said for want of data is said so, never `NaN`.
@NullMarked
package io.fairlead.methods.agreement;

import org.jspecify.annotations.NullMarked;
