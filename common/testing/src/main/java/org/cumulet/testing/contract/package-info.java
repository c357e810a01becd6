/// What we promise in `contracts/`, for tests to hold the code against.
@org.jspecify.annotations.NullMarked
package org.cumulet.testing.contract;
