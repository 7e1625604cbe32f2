"""What is kept: cases with every earlier state, and who read or wrote them."""
