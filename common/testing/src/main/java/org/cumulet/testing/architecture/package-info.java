/// The rules of the house, for the architecture test of every module.
@org.jspecify.annotations.NullMarked
package org.cumulet.testing.architecture;
