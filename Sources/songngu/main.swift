print("songngu")
